import type { PlanMeasures } from '../measures.ts'

/** Measures that plans are compared by, and which way is better. */
export const TRADED = {
  coveredPoints: { name: 'need covered', isMoreBetter: true },
  worstPoints: { name: 'worst-off area', isMoreBetter: true },
  fairMinutes: { name: 'fair minutes', isMoreBetter: false },
  costUsd: { name: 'cost', isMoreBetter: false },
  moveCount: { name: 'moves', isMoreBetter: false },
} as const

export type TradedName = keyof typeof TRADED

/** A measure of a plan by its name. */
export function tradedValue(name: TradedName, measures: PlanMeasures): number {
  return name === 'worstPoints' ? (measures.worst?.coveredPoints ?? 0) : measures[name]
}

/** How much better the first is in a measure, in its unit. */
export function betterBy(name: TradedName, a: PlanMeasures, b: PlanMeasures): number {
  const difference = tradedValue(name, a) - tradedValue(name, b)
  return TRADED[name].isMoreBetter ? difference : -difference
}

/**
 * The plan that is best in the first measure, among those within a tolerance of that the best in
 * the second, and so on: one aim after the other. A tolerance is a share of the range that the
 * plans span in that measure.
 *
 * @returns null where there are no plans.
 */
export function firstByAims<T extends { readonly measures: PlanMeasures }>(
  plans: readonly T[],
  aims: readonly TradedName[],
  toleranceShare: number,
): T | null {
  let left = [...plans]
  for (const [at, name] of aims.entries()) {
    const scores = left.map(({ measures }) => {
      const value = tradedValue(name, measures)
      return TRADED[name].isMoreBetter ? value : -value
    })
    const [best, least] = [Math.max(...scores), Math.min(...scores)]
    const isLast = at === aims.length - 1
    const enough = best - (isLast ? 0 : toleranceShare * (best - least))
    left = left.filter((_, i) => scores[i]! >= enough)
  }
  return left[0] ?? null
}
