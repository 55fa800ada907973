import type { PlanProblem } from '#planner/problem.ts'
import type { Demand } from '#planner/reasons/conflicts/demands.ts'
import { isAllowed } from '../brute-force.ts'

/**
 * Whether a laydown keeps one demand, told by the whole problem as it is written down with every
 * other limit taken away: nothing of the product's bookkeeping is used.
 */
export function isDemandKept(problem: PlanProblem, demand: Demand, count: Int32Array): boolean {
  if (demand.kind === 'floor') return isFloorHeld(problem, demand, count)
  const { site, type } = demand
  const is = (...kinds: readonly Demand['kind'][]) => kinds.includes(demand.kind)
  const typeCount = problem.types.length
  const fixed = problem.fixedCount.map((units, slot) =>
    is('held') && Math.floor(slot / typeCount) === site ? units : 0,
  )
  if (is('held')) return count.every((units, slot) => units >= fixed[slot]!)
  // Of the other limits what is fixed is tolerated: as much stands there as if it were today's.
  const alone: PlanProblem = {
    ...problem,
    sites: problem.sites.map((own, at) => ({
      ...own,
      rule: is('forced') && at === site ? 'forced' : 'optional',
      barredTypes: [],
      capacityUnits: is('room') ? own.capacityUnits : 1e6,
    })),
    types: problem.types.map((own, r) => ({
      ...own,
      supplyCount: is('supply', 'reserve') && r === type ? own.supplyCount : 1e6,
      reserveCount: 0,
      needs: is('crew') && r === type ? own.needs : null,
    })),
    fixedCount: new Int32Array(count.length),
    budgetUsd: is('budget') ? problem.budgetUsd : null,
    maxMoveCount: is('moves') ? problem.maxMoveCount : null,
  }
  if (is('barred')) {
    return count.every((units, slot) => {
      const isHere = Math.floor(slot / typeCount) === site
      const isMeant = isHere && (type < 0 || slot % typeCount === type)
      return !isMeant || units <= problem.fixedCount[slot]!
    })
  }
  if (is('reserve')) {
    const of = (counts: Int32Array) =>
      counts.reduce((sum, units, slot) => (slot % typeCount === type ? sum + units : sum), 0)
    const { supplyCount, reserveCount } = problem.types[type]!
    const there = Math.max(supplyCount, of(problem.currentCount)) - reserveCount
    return of(count) <= Math.max(there, of(problem.fixedCount))
  }
  if (is('crew')) {
    const { needs } = problem.types[type]!
    return problem.sites.every((_, j) => {
      const at = j * typeCount
      const over = (counts: Int32Array) =>
        counts[at + type]! - Math.floor(counts[at + needs!.typeIndex]! * needs!.ratio)
      return over(count) <= Math.max(0, over(problem.currentCount), over(problem.fixedCount))
    })
  }
  return isAllowed(alone, count)
}

function isFloorHeld(problem: PlanProblem, { type, stratum }: Demand, count: Int32Array): boolean {
  const { types, sites, minutes, demand, cellStratum, floorShare } = problem
  const cells = [...cellStratum.keys()].filter((cell) => cellStratum[cell] === stratum)
  const sum = (of: readonly number[]) => of.reduce((total, cell) => total + demand[type]![cell]!, 0)
  const { travelKey, reachMinutes } = types[type]!
  const covered = cells.filter((cell) =>
    sites.some(
      (_, site) =>
        count[site * types.length + type]! > 0 &&
        minutes[travelKey]![site * cellStratum.length + cell]! <= reachMinutes,
    ),
  )
  return sum(covered) >= floorShare * sum(cells) - 1e-6
}
