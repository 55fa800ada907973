import type { PlanProblem } from './problem.ts'

/** What a laydown costs for 30 days, in dollars: all units in place, and the opening of every place that holds any. */
export function laydownCostUsd(
  { sites, types }: Pick<PlanProblem, 'sites' | 'types'>,
  count: Int32Array,
): number {
  return sites.reduce((sum, { openingCostUsd }, site) => {
    const units = count.subarray(site * types.length, (site + 1) * types.length)
    const opening = units.some((number) => number > 0) ? openingCostUsd : 0
    return units.reduce((cost, number, type) => cost + number * types[type]!.costUsd, sum + opening)
  }, 0)
}
