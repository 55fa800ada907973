import type { CoverModel } from '#planner/engines/cover-model.ts'
import { isFeasible, laydownOf } from '#planner/engines/laydown.ts'
import { minutesFor, type PlanProblem } from '#planner/problem.ts'

/**
 * Worth of a laydown in points, from the problem alone as it is written down: the k-th nearest unit
 * of a type is worth its level times its grade.
 */
export function pointsOf(problem: PlanProblem, count: Int32Array): number {
  const { types, costPricePoints, movePricePoints } = problem
  const isAsked = (r: number) => problem.demand[r]!.some((value) => value > 0)
  const weights = types.reduce((sum, { weight }, r) => sum + (isAsked(r) ? weight : 0), 0)
  const earned = types.reduce((sum, type, r) => {
    const share = type.weight === 0 || !isAsked(r) ? 0 : type.weight / weights
    const short = type.hasFloor && type.weight > 0 ? shortOf(problem, r, count) : 0
    return sum + 100 * share * coveredShare(problem, r, count) - problem.floorPricePoints * short
  }, 0)
  const moves = movePricePoints * movesIn(problem, count)
  return earned - moves - (costPricePoints * costIn(problem, count)) / 1000
}

/** Minutes of every unit of a type to a cell, nearest first. */
function timesTo(problem: PlanProblem, type: number, cell: number, count: Int32Array): number[] {
  const { sites, types } = problem
  return sites
    .flatMap((_, site) => {
      const units = count[site * types.length + type]!
      return Array<number>(units).fill(minutesFor(problem, type, { site, cell }))
    })
    .filter((minutes) => !Number.isNaN(minutes))
    .sort((a, b) => a - b)
}

function coveredShare(problem: PlanProblem, type: number, count: Int32Array): number {
  const demand = problem.demand[type]!
  const { levelValues, grades, reachMinutes } = problem.types[type]!
  const gradeAt = (minutes: number) => {
    if (grades.length === 0) return minutes <= reachMinutes ? 1 : 0
    return grades.find(({ withinMinutes }) => minutes <= withinMinutes)?.worth ?? 0
  }
  let covered = 0
  demand.forEach((value, cell) => {
    const times = timesTo(problem, type, cell, count)
    levelValues.forEach((level, k) => {
      if (k < times.length) covered += value * level * gradeAt(times[k]!)
    })
  })
  const total = demand.reduce((sum, value) => sum + value, 0)
  return covered === 0 ? 0 : covered / (total * levelValues.reduce((sum, level) => sum + level, 0))
}

/** Shares missing to the floor, summed over strata. */
function shortOf(problem: PlanProblem, type: number, count: Int32Array): number {
  const asked = problem.stratumNames.map(() => 0)
  const covered = problem.stratumNames.map(() => 0)
  problem.demand[type]!.forEach((value, cell) => {
    const stratum = problem.cellStratum[cell]!
    if (stratum < 0) return
    const [nearest] = timesTo(problem, type, cell, count)
    asked[stratum]! += value
    if (nearest !== undefined && nearest <= problem.types[type]!.reachMinutes)
      covered[stratum]! += value
  })
  return asked.reduce(
    (sum, value, stratum) =>
      value === 0 ? sum : sum + Math.max(0, problem.floorShare - covered[stratum]! / value),
    0,
  )
}

function movesIn({ currentCount }: PlanProblem, count: Int32Array): number {
  return count.reduce((sum, units, slot) => sum + Math.max(0, units - currentCount[slot]!), 0)
}

function costIn({ sites, types }: PlanProblem, count: Int32Array): number {
  return sites.reduce((sum, { openingCostUsd }, site) => {
    const units = types.map((_, r) => count[site * types.length + r]!)
    const opening = units.some((number) => number > 0) ? openingCostUsd : 0
    return units.reduce((cost, number, r) => cost + number * types[r]!.costUsd, sum + opening)
  }, 0)
}

/** Whether a laydown keeps every limit of a problem as it is written down. */
export function isAllowed(problem: PlanProblem, count: Int32Array): boolean {
  const { sites, types, currentCount, fixedCount, budgetUsd, maxMoveCount } = problem
  const typeCount = types.length
  const at = (counts: Int32Array, site: number, type: number) => counts[site * typeCount + type]!
  const totalOf = (counts: Int32Array, type: number) =>
    sites.reduce((sum, _, site) => sum + at(counts, site, type), 0)
  const roomOf = (counts: Int32Array, site: number) =>
    types.reduce((sum, { sizeUnits }, type) => sum + sizeUnits * at(counts, site, type), 0)
  const isStocked = types.every(({ supplyCount, reserveCount }, type) => {
    const there = Math.max(supplyCount, totalOf(currentCount, type)) - reserveCount
    return totalOf(count, type) <= Math.max(there, totalOf(fixedCount, type))
  })
  const isServed = sites.every(({ rule, barredTypes, capacityUnits }, site) => {
    const own = count.subarray(site * typeCount, (site + 1) * typeCount)
    if (rule === 'forced' && own.every((units) => units === 0)) return false
    if (roomOf(count, site) > Math.max(capacityUnits, roomOf(currentCount, site))) return false
    return types.every(({ needs }, type) => {
      const units = at(count, site, type)
      const fixed = at(fixedCount, site, type)
      if (units < fixed) return false
      if (units > fixed && (rule === 'forbidden' || barredTypes.includes(type))) return false
      if (!needs) return true
      const over = (counts: Int32Array) =>
        at(counts, site, type) - Math.floor(at(counts, site, needs.typeIndex) * needs.ratio)
      return over(count) <= Math.max(0, over(currentCount), over(fixedCount))
    })
  })
  const isPaid =
    budgetUsd === null ||
    costIn(problem, count) <= Math.max(budgetUsd, costIn(problem, currentCount))
  const isMovable = maxMoveCount === null || movesIn(problem, count) <= maxMoveCount
  return isStocked && isServed && isPaid && isMovable
}

/** Worth of a laydown in integer units, counted from scratch and without the engines' bookkeeping. */
export function worthOf(model: CoverModel, count: Int32Array): number {
  const cover = new Int32Array(model.groupCount)
  let worth = 0
  count.forEach((units, slot) => {
    for (const group of model.groups.slice(model.offsets[slot], model.offsets[slot + 1])) {
      cover[group]! += units
    }
    worth -= model.movePrice * Math.max(0, units - model.current[slot]!)
    worth -= model.costPrice * model.cost[slot % model.typeCount]! * units
  })
  model.openingCost.forEach((cost, site) => {
    const units = count.subarray(site * model.typeCount, (site + 1) * model.typeCount)
    if (units.some((number) => number > 0)) worth -= model.costPrice * cost
  })
  const covered = new Float64Array(model.floorCount)
  cover.forEach((units, group) => {
    for (let k = 0; k < Math.min(units, model.levelCount); k++) {
      worth += model.value[group * model.levelCount + k]!
    }
    if (units > 0 && model.groupFloor[group]! >= 0) {
      covered[model.groupFloor[group]!]! += model.groupShare[group]!
    }
  })
  for (const share of covered) {
    worth -= model.floorPrice * Math.max(0, model.floorTarget - share)
  }
  return worth
}

/** The most that any allowed laydown is worth, by trying all of them; −∞ if none is allowed. */
export function bestByTrial(model: CoverModel): number {
  let best = -Infinity
  for (const count of allowedLaydowns(model)) best = Math.max(best, worthOf(model, count))
  return best
}

/** Every laydown that keeps all limits and leaves no forced site empty; one array, filled anew for each. */
export function* allowedLaydowns(model: CoverModel): Generator<Int32Array> {
  const count = model.fixed.slice()
  for (;;) {
    const isServed = model.isForced.every(
      (forced, site) =>
        forced === 0 ||
        count
          .subarray(site * model.typeCount, (site + 1) * model.typeCount)
          .some((units) => units > 0),
    )
    if (isServed && isFeasible(laydownOf(model, count))) yield count
    let slot = 0
    while (slot < count.length) {
      if (count[slot]! < model.supply[slot % model.typeCount]!) {
        count[slot]! += 1
        break
      }
      count[slot] = model.fixed[slot]!
      slot += 1
    }
    if (slot === count.length) return
  }
}
