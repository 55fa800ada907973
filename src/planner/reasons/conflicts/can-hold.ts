import type { PlanProblem } from '../../problem.ts'
import type { Demand } from './demands.ts'
import { type FloorParts, floorParts } from './floor-parts.ts'
import { CLOSE } from './kept-demands.ts'
import { leastUnits, type Need } from './least-units.ts'
import { type Limits, limitsOf } from './limits-of.ts'

/** Whether some laydown keeps all of some demands; unknown: the search ended at its limit of nodes. */
export type Holding = { readonly nodeCount: number } & (
  | { readonly verdict: 'holds'; readonly count: Int32Array }
  | { readonly verdict: 'impossible' }
  | { readonly verdict: 'unknown' }
)

type Bench = {
  readonly problem: PlanProblem
  readonly limits: Limits
  readonly parts: FloorParts
  nodesLeft: number
}

/**
 * Looks for a laydown that keeps all demands, or proves that there is none, by branching over where
 * units stand at all: a floor or a place that has to be used asks for no second unit, and the
 * carriers that a crew lacks are added as they are needed, so what a branch holds is the least that
 * it can hold, and one that breaks a limit is ended with all that lies beyond it. Branches end as
 * well where all slots left could not reach a floor, or would take more units than a limit leaves
 * (`least-units.ts`). Moves, supply and money count from what stands today, as in every plan.
 */
export function canHold(
  problem: PlanProblem,
  demands: readonly Demand[],
  maxNodes: number,
): Holding {
  const limits = limitsOf(problem, demands)
  const bench = { problem, limits, parts: floorParts(problem, limits), nodesLeft: maxNodes }
  const slots = slotsOfUse(bench)
  const found = branch(bench, { count: limits.least.slice(), open: slots })
  const nodeCount = maxNodes - bench.nodesLeft
  if (found) return { verdict: 'holds', count: found, nodeCount }
  return { verdict: bench.nodesLeft > 0 ? 'impossible' : 'unknown', nodeCount }
}

/** Slots whose unit covers something that a floor asks for, or stands at a place that has to be used. */
function slotsOfUse({ problem, limits, parts }: Bench): number[] {
  const typeCount = problem.types.length
  const forced = new Set(limits.forcedSites)
  return [...limits.least.keys()].filter(
    (slot) => forced.has(Math.floor(slot / typeCount)) || parts.partsOf[slot]!.length > 0,
  )
}

type Branch = { readonly count: Int32Array; readonly open: readonly number[] }

/** A laydown of the branch that keeps all demands; null: none, or the nodes are used up. */
function branch(bench: Bench, { count, open }: Branch): Int32Array | null {
  if (bench.nodesLeft <= 0) return null
  bench.nodesLeft -= 1
  const left = leftOf(bench, count)
  if (left === null) return null
  const { missing, covered } = floorsAfter(bench, count)
  const empty = bench.limits.forcedSites.filter((site) => unitsAt(bench, count, site) === 0)
  if (empty.length === 0 && missing.every((share) => share <= 0)) return count
  const emptyAt = new Set(empty)
  const choices = open.flatMap((slot): Choice[] => {
    if (count[slot]! > 0) return []
    const gain = gainOf(bench, { slot, missing, covered })
    const site = Math.floor(slot / bench.problem.types.length)
    if (gain === 0 && !emptyAt.has(site)) return []
    const added = unitAt(bench, count, slot)
    return added && fits(bench, { count, left, added }) ? [{ slot, site, gain, added }] : []
  })
  if (isBeyond(bench, { choices, missing, empty, left, count })) return null
  const next = mostUrgent(choices, empty)
  if (!next) return null
  const others = choices.filter(({ slot }) => slot !== next.slot).map(({ slot }) => slot)
  return (
    branch(bench, { count: withAll(count, [next]), open: others }) ??
    branch(bench, { count, open: others })
  )
}

/** A slot that may still take a unit: what it gains, over all floors, and what comes with it. */
type Choice = {
  readonly slot: number
  readonly site: number
  readonly gain: number
  readonly added: readonly Added[]
}

/** Units that come to a slot. */
type Added = { readonly slot: number; readonly count: number }

/** The most that any of some choices has in each slot. */
function withAll(count: Int32Array, choices: readonly Choice[]): Int32Array {
  const all = count.slice()
  for (const { added } of choices) {
    for (const more of added) {
      all[more.slot] = Math.max(all[more.slot]!, count[more.slot]! + more.count)
    }
  }
  return all
}

/** A place that has to be used goes first, then what helps floors most. */
function mostUrgent(choices: readonly Choice[], empty: readonly number[]): Choice | undefined {
  const here = choices.filter(({ site }) => site === empty[0])
  const from = here.length > 0 ? here : choices
  return from.reduce<Choice | undefined>(
    (best, choice) => (best && best.gain >= choice.gain ? best : choice),
    undefined,
  )
}

/** What limits leave beside a laydown; null: it breaks one. */
type Left = {
  readonly supply: Float64Array
  readonly room: Float64Array
  readonly moves: number
  readonly budgetUsd: number
}

function leftOf({ problem, limits }: Bench, count: Int32Array): Left | null {
  const { sites, types, currentCount } = problem
  const supply = limits.supply.slice()
  const room = limits.room.map((own) => own + CLOSE)
  let budgetUsd = limits.budgetUsd + CLOSE
  let moves = limits.maxMoves
  for (let site = 0; site < sites.length; site++) {
    let isOpen = false
    for (let r = 0; r < types.length; r++) {
      const slot = site * types.length + r
      const units = count[slot]!
      if (units === 0) continue
      if (units > limits.most[slot]!) return null
      isOpen = true
      room[site]! -= units * types[r]!.sizeUnits
      budgetUsd -= units * types[r]!.costUsd
      supply[r]! -= units
      moves -= Math.max(0, units - currentCount[slot]!)
    }
    if (isOpen) budgetUsd -= sites[site]!.openingCostUsd
    if (room[site]! < 0) return null
  }
  if (budgetUsd < 0 || moves < 0 || supply.some((stock) => stock < 0)) return null
  return { supply, room, moves, budgetUsd }
}

type Coming = {
  readonly count: Int32Array
  readonly left: Left
  readonly added: readonly Added[]
}

/** Whether what is left has room, units, money and moves for what comes to one place. */
function fits(bench: Bench, { count, left, added }: Coming): boolean {
  const { types, sites, currentCount } = bench.problem
  const site = Math.floor(added[0]!.slot / types.length)
  let [room, moves] = [left.room[site]!, left.moves]
  let budgetUsd = left.budgetUsd
  if (unitsAt(bench, count, site) === 0) budgetUsd -= sites[site]!.openingCostUsd
  for (const more of added) {
    const type = more.slot % types.length
    const units = count[more.slot]! + more.count
    if (units > bench.limits.most[more.slot]! || more.count > left.supply[type]!) return false
    room -= more.count * types[type]!.sizeUnits
    budgetUsd -= more.count * types[type]!.costUsd
    moves -= Math.min(more.count, Math.max(0, units - currentCount[more.slot]!))
  }
  return room >= 0 && moves >= 0 && budgetUsd >= 0
}

const MOST_CARRIERS = 1_000

/** One more unit in a slot and the carriers that it lacks; null: no number of them would do. */
function unitAt({ problem, limits }: Bench, count: Int32Array, slot: number): Added[] | null {
  const { types } = problem
  const base = slot - (slot % types.length)
  const added: Added[] = [{ slot, count: 1 }]
  let type = slot % types.length
  let units = count[slot]! + 1
  for (let step = 0; step < types.length; step++) {
    const { needs } = types[type]!
    if (!needs || !limits.isCrew[type]) return added
    const carrier = base + needs.typeIndex
    let carriers = count[carrier]!
    while (units - Math.floor(carriers * needs.ratio) > limits.slack[base + type]!) {
      carriers += 1
      if (carriers > MOST_CARRIERS) return null
    }
    if (carriers === count[carrier]!) return added
    added.push({ slot: carrier, count: carriers - count[carrier]! })
    units = carriers
    type = needs.typeIndex
  }
  return added
}

function unitsAt({ problem }: Bench, count: Int32Array, site: number): number {
  const typeCount = problem.types.length
  return count
    .subarray(site * typeCount, (site + 1) * typeCount)
    .reduce((sum, units) => sum + units, 0)
}

function floorsAfter({ parts }: Bench, count: Int32Array) {
  const covered = new Uint8Array(parts.floorOf.length)
  const missing = parts.target.slice()
  count.forEach((units, slot) => {
    if (units === 0) return
    for (const part of parts.partsOf[slot]!) {
      if (covered[part] === 1) continue
      covered[part] = 1
      missing[parts.floorOf[part]!]! -= parts.demand[part]!
    }
  })
  return { missing, covered }
}

type Standing = { readonly missing: readonly number[]; readonly covered: Uint8Array }

/** What a unit adds to floors, each no further than it lacks; slots serve one type, so no floor counts twice. */
function gainOf({ parts }: Bench, at: Standing & { readonly slot: number }): number {
  const byFloor = new Map<number, number>()
  for (const part of parts.partsOf[at.slot]!) {
    const floor = parts.floorOf[part]!
    if (at.covered[part] === 1 || at.missing[floor]! <= 0) continue
    byFloor.set(floor, (byFloor.get(floor) ?? 0) + parts.demand[part]!)
  }
  let gain = 0
  for (const [floor, value] of byFloor) gain += Math.min(value, at.missing[floor]!)
  return gain
}

type Node = {
  readonly missing: readonly number[]
  readonly choices: readonly Choice[]
  readonly empty: readonly number[]
  readonly left: Left
  readonly count: Int32Array
}

/** Whether nothing in a branch can keep all demands. */
function isBeyond(bench: Bench, node: Node): boolean {
  const { problem, limits } = bench
  const { choices, empty, missing, left } = node
  if (empty.some((site) => choices.every((choice) => choice.site !== site))) return true
  const all = withAll(node.count, choices)
  if (floorsAfter(bench, all).missing.some((lack) => lack > 0)) return true
  const typeCount = problem.types.length
  const needs = problem.types.map((_, type): Need => {
    const own = choices.filter(({ slot, gain }) => gain > 0 && slot % typeCount === type)
    const lack = missing.reduce(
      (sum, value, floor) => (limits.floors[floor]!.type === type ? sum + Math.max(0, value) : sum),
      0,
    )
    const gains = own.map(({ slot, gain }) => ({
      gain,
      isMove: node.count[slot]! >= problem.currentCount[slot]!,
    }))
    return { lack, gains }
  })
  const least = needs.map(leastUnits)
  if (least.some(({ units }, type) => units > left.supply[type]!)) return true
  const costUsd = least.reduce((sum, { units }, r) => sum + units * problem.types[r]!.costUsd, 0)
  if (costUsd > left.budgetUsd) return true
  return least.reduce((sum, { moves }) => sum + moves, 0) > left.moves
}
