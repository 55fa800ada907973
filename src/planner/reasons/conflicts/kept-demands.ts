import { laydownCostUsd } from '../../laydown-cost.ts'
import { minutesFor, type PlanProblem } from '../../problem.ts'
import type { Demand } from './demands.ts'

/** Limits of a problem with what they tolerate: what stands today, or is fixed. Infinity: none. */
export type Tolerated = {
  readonly supply: readonly number[]
  readonly supplyLessReserve: readonly number[]
  readonly room: readonly number[]
  readonly budgetUsd: number
  /** Crews beyond what their carriers allow, per slot. */
  readonly slack: Int32Array
}

/** What each limit comes to. */
export function toleratedBy(problem: PlanProblem): Tolerated {
  const { sites, types, currentCount, fixedCount, budgetUsd } = problem
  const totalOf = (count: Int32Array, r: number) =>
    sites.reduce((sum, _, site) => sum + count[site * types.length + r]!, 0)
  const there = types.map(({ supplyCount }, r) => Math.max(supplyCount, totalOf(currentCount, r)))
  const slack = new Int32Array(currentCount.length)
  currentCount.forEach((_, slot) => {
    const over = (count: Int32Array) => overCrew(problem, count, slot)
    slack[slot] = Math.max(0, over(currentCount), over(fixedCount))
  })
  return {
    supply: there,
    supplyLessReserve: types.map(({ reserveCount }, r) =>
      Math.max(totalOf(fixedCount, r), there[r]! - reserveCount),
    ),
    room: sites.map(({ capacityUnits }, site) =>
      Math.max(capacityUnits, roomUsed(problem, currentCount, site)),
    ),
    budgetUsd: Math.max(budgetUsd ?? Infinity, laydownCostUsd(problem, currentCount)),
    slack,
  }
}

/** Units in a slot beyond what the carriers beside them allow; −∞: they need none. */
function overCrew({ types }: PlanProblem, count: Int32Array, slot: number): number {
  const { needs } = types[slot % types.length]!
  if (!needs) return -Infinity
  const carriers = count[slot - (slot % types.length) + needs.typeIndex]!
  return count[slot]! - Math.floor(carriers * needs.ratio)
}

function roomUsed({ types }: PlanProblem, count: Int32Array, site: number): number {
  return types.reduce(
    (sum, { sizeUnits }, r) => sum + sizeUnits * count[site * types.length + r]!,
    0,
  )
}

/** Shares and sums of floats are compared so closely. */
export const CLOSE = 1e-9

/** Which of the demands a laydown breaks, by index. */
export function brokenBy(
  problem: PlanProblem,
  demands: readonly Demand[],
  count: Int32Array,
): number[] {
  const tolerated = toleratedBy(problem)
  return [...demands.keys()].filter((at) => !isKept(problem, tolerated, demands[at]!, count))
}

function isKept(
  problem: PlanProblem,
  tolerated: Tolerated,
  { kind, site, type, stratum }: Demand,
  count: Int32Array,
): boolean {
  const { sites, types, fixedCount, currentCount, maxMoveCount } = problem
  const slots = types.map((_, r) => site * types.length + r)
  const total = () => sites.reduce((sum, _, j) => sum + count[j * types.length + type]!, 0)
  switch (kind) {
    case 'floor':
      return isFloorKept(problem, { type, stratum }, count)
    case 'forced':
      return slots.some((slot) => count[slot]! > 0)
    case 'barred':
      return slots.every(
        (slot, r) => (type >= 0 && r !== type) || count[slot]! <= fixedCount[slot]!,
      )
    case 'held':
      return slots.every((slot) => count[slot]! >= fixedCount[slot]!)
    case 'supply':
      return total() <= tolerated.supply[type]!
    case 'reserve':
      return total() <= tolerated.supplyLessReserve[type]!
    case 'room':
      return sites.every((_, j) => roomUsed(problem, count, j) <= tolerated.room[j]! + CLOSE)
    case 'budget':
      return laydownCostUsd(problem, count) <= tolerated.budgetUsd + CLOSE
    case 'moves':
      return movesOf(currentCount, count) <= (maxMoveCount ?? Infinity)
    case 'crew':
      return sites.every((_, j) => {
        const slot = j * types.length + type
        return count[slot] === 0 || overCrew(problem, count, slot) <= tolerated.slack[slot]!
      })
  }
}

function movesOf(current: Int32Array, count: Int32Array): number {
  return count.reduce((sum, units, slot) => sum + Math.max(0, units - current[slot]!), 0)
}

function isFloorKept(
  problem: PlanProblem,
  { type, stratum }: { readonly type: number; readonly stratum: number },
  count: Int32Array,
): boolean {
  const { sites, types, cellStratum, demand, floorShare } = problem
  const { reachMinutes } = types[type]!
  const open = [...sites.keys()].filter((site) => count[site * types.length + type]! > 0)
  let asked = 0
  let covered = 0
  cellStratum.forEach((own, cell) => {
    if (own !== stratum) return
    asked += demand[type]![cell]!
    const isNear = (site: number) => minutesFor(problem, type, { site, cell }) <= reachMinutes
    if (open.some(isNear)) covered += demand[type]![cell]!
  })
  return covered >= floorShare * asked * (1 - CLOSE)
}
