import type { PlanProblem } from '../problem.ts'

/** The problem with more units in stock: beyond what there is, and beyond what stands in place. */
export function moreUnits(
  problem: PlanProblem,
  more: readonly { readonly type: number; readonly count: number }[],
): PlanProblem {
  const { types, currentCount } = problem
  const placed = new Float64Array(types.length)
  currentCount.forEach((units, slot) => {
    placed[slot % types.length]! += units
  })
  const added = types.map((type, r) => {
    const count = more.reduce((sum, extra) => (extra.type === r ? sum + extra.count : sum), 0)
    if (count === 0) return type
    return { ...type, supplyCount: Math.max(type.supplyCount, placed[r]!) + count }
  })
  return { ...problem, types: added }
}
