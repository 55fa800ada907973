/** How evenly a place was visited over a period; analysis.md §6.1. All in days. */
export type Revisits = {
  /** Longest time without a visit, the edges of the period included. */
  readonly maxGapDays: number
  /** Mean age of the last visit from the first visit to the end; NaN without a visit. */
  readonly meanSinceVisitDays: number
  /** Share of the period's days on which the last visit was at most so many days old. */
  readonly shareOfDaysWithin: number
}

/**
 * Gaps between visits. A mean of inner gaps would praise five visits in one week and none after, so
 * the edges of the period count.
 *
 * @param visitDays days of visits inside the period, in any order.
 * @param period its first and last day; whole days are looked at.
 */
export function revisits(
  visitDays: readonly number[],
  period: readonly [number, number],
  withinDays: number,
): Revisits {
  const [first, last] = period
  const days = [...visitDays].sort((a, b) => a - b)
  const edges = [first, ...days, last]
  let maxGapDays = 0
  for (let i = 1; i < edges.length; i++) {
    maxGapDays = Math.max(maxGapDays, edges[i]! - edges[i - 1]!)
  }
  let area = 0
  days.forEach((day, i) => {
    area += ((days[i + 1] ?? last) - day) ** 2 / 2
  })
  let within = 0
  for (let day = first; day < last; day++) {
    if (days.some((visit) => visit <= day && day - visit < withinDays)) within++
  }
  return {
    maxGapDays,
    meanSinceVisitDays: days.length > 0 ? area / (last - days[0]!) : Number.NaN,
    shareOfDaysWithin: within / (last - first),
  }
}
