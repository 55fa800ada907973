import { checkProblem, type PlanProblem } from '../problem.ts'
import { aggregateCells } from './aggregate.ts'

/** Integer units in one point: every sum of an objective is exact, whatever its order. */
export const UNITS_PER_POINT = 1e8
/** Integer units in a stratum's whole demand. */
const UNITS_PER_SHARE = 1e6
/** Sizes and costs are held in thousandths and cents, so that sums come back to where they were. */
const UNITS_PER_SIZE = 1000

const CENTS_PER_THOUSAND_USD = 1e5

/**
 * A cover problem as the engines see it: cells merged into groups (one type each), integer values,
 * and limits widened so that what stands today is allowed. Slot = site × typeCount + type.
 */
export type CoverModel = {
  readonly siteCount: number
  readonly typeCount: number
  readonly groupCount: number
  /** Stride of `value`. */
  readonly levelCount: number
  /** Groups that a unit in a slot covers: `groups[offsets[slot]]` up to `offsets[slot + 1]` − 1. */
  readonly offsets: Uint32Array
  readonly groups: Uint32Array
  /** Worth of the k-th unit over a group, `[group × levelCount + k]`; falling in k. */
  readonly value: Float64Array
  /** Sum of raw demand in each group, times what its cover is worth. */
  readonly groupDemand: Float64Array
  readonly groupType: Uint16Array
  /** Which floor a group counts for, −1 none, and its share of that floor's demand. */
  readonly groupFloor: Int32Array
  readonly groupShare: Float64Array
  readonly floorCount: number
  readonly floorTarget: number
  readonly floorPrice: number
  readonly floorType: Uint16Array
  readonly floorStratum: Uint16Array
  /** Per type, whether a floor asks for it. */
  readonly hasFloor: Uint8Array
  readonly supply: Int32Array
  readonly size: Float64Array
  readonly cost: Float64Array
  readonly capacity: Float64Array
  readonly openingCost: Float64Array
  readonly budget: number
  readonly current: Int32Array
  readonly fixed: Int32Array
  /** Per slot: nothing but what is fixed. */
  readonly isForbidden: Uint8Array
  readonly isForced: Uint8Array
  /** Most units worth having in a slot. */
  readonly most: Int32Array
  readonly maxMoves: number
  readonly movePrice: number
  /** Of each cent that the laydown costs. */
  readonly costPrice: number
  /** Price beside that of each unit put in a slot where none stood: nothing, but where other plans are looked for. Never below 0, so that bounds, which leave it out, hold. */
  readonly repeatPrice: Float64Array
  /** Type that a type needs beside it, −1 none; how many it carries; what today's laydown has beyond that. */
  readonly needsType: Int32Array
  readonly needsRatio: Float64Array
  readonly needsSlack: Int32Array
}

/**
 * Compiles a cover problem. 4,000 cells × 120 sites × 6 types take some 0.1 s.
 *
 * @throws RangeError if the problem's arrays do not fit each other.
 */
export function coverModelOf(problem: PlanProblem): CoverModel {
  checkProblem(problem)
  const { sites, types, currentCount, fixedCount } = problem
  const slotCount = sites.length * types.length
  const size = Float64Array.from(types, (type) => Math.round(type.sizeUnits * UNITS_PER_SIZE))
  const cost = Float64Array.from(types, (type) => Math.round(type.costUsd * 100))
  const openingCost = Float64Array.from(sites, (site) => Math.round(site.openingCostUsd * 100))
  const used = new Float64Array(sites.length)
  let spent = 0
  for (let slot = 0; slot < slotCount; slot++) {
    const site = Math.floor(slot / types.length)
    const type = slot % types.length
    const count = currentCount[slot]!
    if (count > 0 && used[site] === 0) spent += openingCost[site]!
    used[site]! += count * size[type]!
    spent += count * cost[type]!
  }
  const cells = aggregateCells(problem, { points: UNITS_PER_POINT, share: UNITS_PER_SHARE })
  const needsType = Int32Array.from(types, (type) => type.needs?.typeIndex ?? -1)
  const needsRatio = Float64Array.from(types, (type) => type.needs?.ratio ?? 0)
  return {
    siteCount: sites.length,
    typeCount: types.length,
    ...cells,
    hasFloor: Uint8Array.from(types, (_, type) => Number(cells.floorType.includes(type))),
    floorTarget: Math.round(problem.floorShare * UNITS_PER_SHARE),
    floorPrice: Math.round((problem.floorPricePoints * UNITS_PER_POINT) / UNITS_PER_SHARE),
    supply: supplyOf(problem),
    size,
    cost,
    capacity: Float64Array.from(sites, (site, j) =>
      Math.max(Math.round(site.capacityUnits * UNITS_PER_SIZE), used[j]!),
    ),
    openingCost,
    budget:
      problem.budgetUsd === null ? Infinity : Math.max(Math.round(problem.budgetUsd * 100), spent),
    current: Int32Array.from(currentCount),
    fixed: Int32Array.from(fixedCount),
    isForbidden: Uint8Array.from({ length: slotCount }, (_, slot) => {
      const { rule, barredTypes } = sites[Math.floor(slot / types.length)]!
      return Number(rule === 'forbidden' || barredTypes.includes(slot % types.length))
    }),
    isForced: Uint8Array.from(sites, (site) => Number(site.rule === 'forced')),
    most: mostUseful(problem),
    maxMoves: problem.maxMoveCount ?? Infinity,
    movePrice: Math.round(problem.movePricePoints * UNITS_PER_POINT),
    costPrice: Math.round((problem.costPricePoints * UNITS_PER_POINT) / CENTS_PER_THOUSAND_USD),
    repeatPrice: new Float64Array(slotCount),
    needsType,
    needsRatio,
    needsSlack: crewSlack(problem),
  }
}

/** Per type, what there is without what is held back, and at least what is fixed. */
export function supplyOf({ types, fixedCount, currentCount }: PlanProblem): Int32Array {
  const placed = new Int32Array(types.length)
  currentCount.forEach((count, slot) => {
    placed[slot % types.length]! += count
  })
  const fixed = new Int32Array(types.length)
  fixedCount.forEach((count, slot) => {
    fixed[slot % types.length]! += count
  })
  return Int32Array.from(types, ({ supplyCount, reserveCount }, r) =>
    Math.max(fixed[r]!, Math.max(supplyCount, placed[r]!) - reserveCount),
  )
}

/** Crews that stand today, or must stay, beyond what their carriers allow: tolerated, never extended. */
function crewSlack({ sites, types, currentCount, fixedCount }: PlanProblem): Int32Array {
  const slack = new Int32Array(sites.length * types.length)
  types.forEach(({ needs }, type) => {
    if (!needs) return
    for (let site = 0; site < sites.length; site++) {
      const base = site * types.length
      const over = (count: Int32Array) =>
        count[base + type]! - Math.floor(count[base + needs.typeIndex]! * needs.ratio)
      slack[base + type] = Math.max(0, over(currentCount), over(fixedCount))
    }
  })
  return slack
}

/** More units than levels add nothing; carriers may be wanted for all their crews. */
function mostUseful({ sites, types, fixedCount }: PlanProblem): Int32Array {
  const useful = types.map((type) => type.levelValues.length)
  for (let pass = 0; pass < types.length; pass++) {
    types.forEach(({ needs }, type) => {
      if (!needs) return
      const carriers = Math.ceil(useful[type]! / needs.ratio)
      useful[needs.typeIndex] = Math.max(useful[needs.typeIndex]!, carriers)
    })
  }
  return Int32Array.from({ length: sites.length * types.length }, (_, slot) =>
    Math.max(fixedCount[slot]!, Math.min(useful[slot % types.length]!, 1_000)),
  )
}
