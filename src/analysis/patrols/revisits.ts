/** How evenly a place was visited over a period; analysis.md §6.1. All in days. */
export type Revisits = {
  /** Mean time without a visit, the edges of the period included. */
  readonly meanGapDays: number
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
 * @source reference 04-patrol/coverage_metrics.json.
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
  return {
    meanGapDays: (last - first) / (days.length + 1),
    maxGapDays,
    meanSinceVisitDays: meanSinceVisit(days, last),
    shareOfDaysWithin: daysWithin(days, period, withinDays) / (last - first),
  }
}

function meanSinceVisit(days: readonly number[], last: number): number {
  if (days.length === 0) return Number.NaN
  if (days[0] === last) return 0
  let area = 0
  days.forEach((day, i) => {
    area += ((days[i + 1] ?? last) - day) ** 2 / 2
  })
  return area / (last - days[0]!)
}

function daysWithin(
  days: readonly number[],
  [first, last]: readonly [number, number],
  withinDays: number,
): number {
  let within = 0
  let visited = 0
  for (let day = first; day < last; day++) {
    while (visited < days.length && days[visited]! <= day) visited++
    if (visited > 0 && day - days[visited - 1]! < withinDays) within++
  }
  return within
}
