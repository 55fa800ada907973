import { coveredBy } from './explain.ts'
import type { PlanProblem } from './problem.ts'

/** How a laydown serves one stratum. */
export type StratumCover = {
  readonly stratum: number
  readonly name: string
  /** Share of its demand that at least one unit reaches, over the types by weight. */
  readonly coveredShare: number
  /** The same in points of the whole plan: 100 is all demand of all strata. */
  readonly coveredPoints: number
  /** Of the floor types together, how far the worst one stays under the floor; 0: it is held. */
  readonly shortfallShare: number
  /** Types that stay under the floor. */
  readonly shortTypes: readonly number[]
}

/** Per stratum with any demand of a type that has weight, in the problem's order. Some 5 ms at country scale. */
export function strataCover(problem: PlanProblem, laydown: Int32Array): StratumCover[] {
  const { types, stratumNames, floorShare } = problem
  const weights = types.reduce((sum, { weight }) => sum + weight, 0)
  const sums = types.map((_, r) => sumsOfType(problem, r, coveredBy(problem, r, laydown)))
  return stratumNames.flatMap((name, stratum) => {
    const counted = [...types.keys()].filter(
      (r) => types[r]!.weight > 0 && sums[r]!.asked[stratum]! > 0,
    )
    if (counted.length === 0) return []
    const shareOf = (r: number) => sums[r]!.covered[stratum]! / sums[r]!.asked[stratum]!
    const weight = counted.reduce((sum, r) => sum + types[r]!.weight, 0)
    const shortTypes = counted.filter((r) => types[r]!.hasFloor && shareOf(r) < floorShare)
    return [
      {
        stratum,
        name,
        coveredShare: counted.reduce((sum, r) => sum + types[r]!.weight * shareOf(r), 0) / weight,
        coveredPoints: counted.reduce(
          (sum, r) =>
            sum + (100 * types[r]!.weight * sums[r]!.covered[stratum]!) / (weights * sums[r]!.all),
          0,
        ),
        shortfallShare: shortTypes.reduce(
          (worst, r) => Math.max(worst, floorShare - shareOf(r)),
          0,
        ),
        shortTypes,
      },
    ]
  })
}

function sumsOfType(
  { demand, cellStratum, stratumNames }: PlanProblem,
  r: number,
  flags: Uint8Array,
) {
  const asked = new Float64Array(stratumNames.length)
  const covered = new Float64Array(stratumNames.length)
  let all = 0
  demand[r]!.forEach((value, cell) => {
    all += value
    const stratum = cellStratum[cell]!
    if (stratum < 0) return
    asked[stratum]! += value
    if (flags[cell] === 1) covered[stratum]! += value
  })
  return { asked, covered, all }
}

/** A unit of every type wherever one may stand: no plan reaches more. */
export function everywhereAllowed({ sites, types, fixedCount }: PlanProblem): Int32Array {
  return fixedCount.map((fixed, slot) => {
    const { rule, barredTypes } = sites[Math.floor(slot / types.length)]!
    const isBarred = rule === 'forbidden' || barredTypes.includes(slot % types.length)
    return isBarred ? fixed : 1
  })
}
