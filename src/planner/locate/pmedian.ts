import type { LocationProblem } from './location-problem.ts'
import { medianOfCase, searchMedian } from './median-case.ts'

/** Least sum of weight × distance to the nearest of p sites. */
export const pmedian: LocationProblem = {
  name: 'pmedian',
  summary: 'least weighted distance to the nearest of p sites',
  unit: 'weight × distance',
  takes: { openCount: true, radius: false },
  solve(facts, { openCount, seed, mayProve }) {
    const median = medianOfCase(facts, openCount, (distance, weight) => distance * weight)
    const { chosen, total, bound } = searchMedian(median, seed).proven(mayProve)
    return { objective: total, bound, chosen, notes: [] }
  },
}
