import FlatQueue from 'flatqueue'
import type { CoverModel } from './cover-model.ts'
import {
  addUnit,
  blockOf,
  canDrop,
  dropUnit,
  fixedLaydown,
  gainOfAdding,
  type Laydown,
  laydownOf,
} from './laydown.ts'

/**
 * A first laydown in well under 0.2 s: the better of building on what stands today and building
 * from the fixed units alone, each by the unit that adds most, again and again.
 */
export function greedyLaydown(model: CoverModel): Laydown {
  const today = standingLaydown(model)
  fillGreedily(today)
  const afresh = fixedLaydown(model)
  serveForcedSites(afresh)
  fillGreedily(afresh)
  restoreIdle(afresh)
  return afresh.objective > today.objective ? afresh : today
}

/** What stands today, without what stands where it may not. */
export function standingLaydown(model: CoverModel): Laydown {
  const laydown = laydownOf(
    model,
    model.current.map((count, slot) =>
      model.isForbidden[Math.floor(slot / model.typeCount)] === 1 ? model.fixed[slot]! : count,
    ),
  )
  serveForcedSites(laydown)
  return laydown
}

/** Puts the best unit that there is into every forced site that stands empty, taking it from elsewhere if need be. */
function serveForcedSites(laydown: Laydown): void {
  const { model } = laydown
  for (let site = 0; site < model.siteCount; site++) {
    if (model.isForced[site] === 0 || laydown.unitsAt[site]! > 0) continue
    const slots = Array.from({ length: model.typeCount }, (_, r) => site * model.typeCount + r)
    if (addBest(laydown, slots)) continue
    for (const from of leastUseful(laydown)) {
      dropUnit(laydown, from)
      if (addBest(laydown, slots)) break
      addUnit(laydown, from)
    }
  }
}

function addBest(laydown: Laydown, slots: readonly number[]): boolean {
  const open = slots.filter((slot) => blockOf(laydown, slot) === null)
  if (open.length === 0) return false
  const gains = open.map((slot) => gainOfAdding(laydown, slot))
  addUnit(laydown, open[gains.indexOf(Math.max(...gains))]!)
  return true
}

function leastUseful(laydown: Laydown): number[] {
  const slots = [...laydown.movable.subarray(0, laydown.movableCount)].sort((a, b) => a - b)
  const losses = new Map(
    slots
      .filter((slot) => canDrop(laydown, slot))
      .map((slot) => {
        const loss = -dropUnit(laydown, slot)
        addUnit(laydown, slot)
        return [slot, loss] as const
      }),
  )
  return [...losses.keys()].sort((a, b) => losses.get(a)! - losses.get(b)! || a - b)
}

/**
 * Adds units while any adds something. Gains only fall as units are added, so a queue of old gains
 * suffices: the top one is worked out again and taken if it still leads. A crew without carriers
 * is tried together with them.
 */
export function fillGreedily(laydown: Laydown): void {
  const { model } = laydown
  const queue = new FlatQueue<number>()
  const slotCount = model.siteCount * model.typeCount
  const price = (slot: number) =>
    model.budget === Infinity ? 1 : 1 + model.cost[slot % model.typeCount]!
  for (let slot = 0; slot < slotCount; slot++) {
    const gain = crewGain(laydown, slot)
    if (gain > 0) queue.push(slot, -gain / price(slot))
  }
  while (queue.length > 0) {
    const slot = queue.pop()!
    const gain = crewGain(laydown, slot)
    if (gain <= 0) continue
    const rank = -gain / price(slot)
    if (queue.length > 0 && rank > queue.peekValue()!) {
      queue.push(slot, rank)
      continue
    }
    addCarriers(laydown, slot)
    addUnit(laydown, slot)
    queue.push(slot, rank)
  }
}

/** Adds the carriers that one more unit in a slot lacks, as far as limits allow; returns how many. */
function addCarriers(laydown: Laydown, slot: number): number {
  const { typeCount, needsType } = laydown.model
  let addedCount = 0
  while (blockOf(laydown, slot) === 'crew') {
    const carrier = slot - (slot % typeCount) + needsType[slot % typeCount]!
    if (blockOf(laydown, carrier) !== null) break
    addUnit(laydown, carrier)
    addedCount += 1
  }
  return addedCount
}

/** Gain of a unit, with the carriers that it lacks; −1 if a limit forbids it. */
function crewGain(laydown: Laydown, slot: number): number {
  const before = laydown.objective
  const addedCount = addCarriers(laydown, slot)
  const gain =
    blockOf(laydown, slot) === null ? laydown.objective - before + gainOfAdding(laydown, slot) : -1
  const { typeCount, needsType } = laydown.model
  const carrier = slot - (slot % typeCount) + needsType[slot % typeCount]!
  for (let i = 0; i < addedCount; i++) dropUnit(laydown, carrier)
  return gain
}

/** Leaves units that found no better use where they stand today. */
export function restoreIdle(laydown: Laydown): void {
  const { model } = laydown
  for (let pass = 0; pass < 2; pass++) {
    for (let slot = 0; slot < model.current.length; slot++) {
      while (laydown.count[slot]! < model.current[slot]! && blockOf(laydown, slot) === null) {
        addUnit(laydown, slot)
      }
    }
  }
}
