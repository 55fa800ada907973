import FlatQueue from 'flatqueue'
import type { CoverModel } from './cover-model.ts'
import { isBetter } from './is-better.ts'
import {
  addUnit,
  blockOf,
  canDrop,
  carriedAt,
  dropUnit,
  fixedLaydown,
  gainOfAdding,
  isFeasible,
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
  return !isFeasible(today) || isBetter(afresh, today) ? afresh : today
}

/** What stands today, without what stands where it may not and the crews that this leaves without carriers; always allowed. */
export function standingLaydown(model: CoverModel): Laydown {
  const laydown = laydownOf(
    model,
    model.current.map((count, slot) =>
      model.isForbidden[slot] === 1 ? model.fixed[slot]! : count,
    ),
  )
  sendCrewsAlong(laydown)
  holdBack(laydown)
  serveForcedSites(laydown)
  return isFeasible(laydown) ? laydown : restored(model)
}

/** Crews without carriers go too; a crew may itself be what another one needs. */
function sendCrewsAlong(laydown: Laydown): void {
  const { model, count } = laydown
  for (let pass = 0; pass < model.typeCount; pass++) {
    for (let slot = 0; slot < count.length; slot++) {
      while (count[slot]! > model.fixed[slot]! && count[slot]! > carriedAt(laydown, slot)) {
        dropUnit(laydown, slot)
      }
    }
  }
}

/** As much of what stands today as limits allow, taken up unit by unit. */
function restored(model: CoverModel): Laydown {
  const laydown = fixedLaydown(model)
  serveForcedSites(laydown)
  restoreIdle(laydown)
  return laydown
}

/** Takes the least useful units of what is to be held in reserve; of carriers, after their crews. */
function holdBack(laydown: Laydown): void {
  const { model, stock } = laydown
  while (stock.some((left) => left < 0)) {
    const slots = leastUseful(laydown)
    const isShort = (type: number) => type >= 0 && stock[type]! < 0
    const from =
      slots.find((slot) => isShort(slot % model.typeCount)) ??
      slots.find((slot) => isShort(model.needsType[slot % model.typeCount]!))
    if (from === undefined) return
    dropUnit(laydown, from)
  }
}

/** Puts the best unit that there is into every forced site that stands empty, taking from elsewhere what is in its way. */
function serveForcedSites(laydown: Laydown): void {
  for (const slots of forcedBySlots(laydown)) {
    if (addBest(laydown, slots) || addInsteadOfOne(laydown, slots)) continue
    addInsteadOfMany(laydown, slots)
  }
}

/** Slots of each forced site that stands empty, those first that fewest types may go to. */
function forcedBySlots({ model, unitsAt }: Laydown): number[][] {
  return Array.from({ length: model.siteCount }, (_, site) => site)
    .filter((site) => model.isForced[site] === 1 && unitsAt[site] === 0)
    .map((site) =>
      Array.from({ length: model.typeCount }, (_, type) => site * model.typeCount + type).filter(
        (slot) =>
          model.isForbidden[slot] === 0 &&
          model.size[slot % model.typeCount]! <= model.capacity[site]!,
      ),
    )
    .sort((a, b) => a.length - b.length || a[0]! - b[0]!)
}

function addInsteadOfOne(laydown: Laydown, slots: readonly number[]): boolean {
  for (const from of leastUseful(laydown)) {
    dropUnit(laydown, from)
    if (addBest(laydown, slots)) return true
    addUnit(laydown, from)
  }
  return false
}

/** Least useful first; all come back if even that does not help. */
function addInsteadOfMany(laydown: Laydown, slots: readonly number[]): void {
  const taken: number[] = []
  for (;;) {
    const [from] = leastUseful(laydown)
    if (from === undefined) break
    dropUnit(laydown, from)
    taken.push(from)
    if (addBest(laydown, slots)) return
  }
  for (const slot of taken.reverse()) addUnit(laydown, slot)
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
      while (
        laydown.count[slot]! < model.current[slot]! &&
        blockOf(laydown, slot) === null &&
        gainOfAdding(laydown, slot) >= 0
      ) {
        addUnit(laydown, slot)
      }
    }
  }
}
