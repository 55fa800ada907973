import { kolmPollakKappa } from '#analysis/equity.ts'
import { exponentialLessOne, logarithm, powerOfTwoBelow } from '../engines/series.ts'
import { type LocationCase, type LocationProblem, nearestDistances } from './location-problem.ts'
import { medianOfCase, searchMedian } from './median-case.ts'

/** The usual aversion to inequality in a bad (analysis.md 7.1). */
export const EPSILON = -1

/** Totals are scaled to stay below this: far from 2^53, where whole numbers end. */
const MOST_TOTAL = 2 ** 50

/**
 * Fewest ill-served: the distance that, if all had it, would be as bad as what p sites leave
 * (Kolm–Pollak EDE). A p-median with the cost n·(e^(κ′t) − 1); κ′ = |κ| with aversion −1 at a baseline,
 * the distances under the p-median answer for the same seed, and fixed from there on.
 *
 * No choice that sends a point further than the baseline's whole cost can be better than the baseline,
 * so dearer ways all cost a little more than that: nothing overflows, and the best choice stays.
 *
 * @source D. Horton et al., "Optimizing equality in facility location with the Kolm–Pollak
 *   equally-distributed equivalent", arXiv 2401.15452.
 */
export const kolmPollak: LocationProblem = {
  name: 'kolm-pollak',
  summary: 'fairest distance to the nearest of p sites (Kolm–Pollak)',
  unit: 'distance that would be as bad if all had it',
  takes: { openCount: true, radius: false },
  solve(facts, { openCount, seed, mayProve }) {
    const chosen = medianChoice(facts, openCount, seed)
    const nearest = nearestDistances(facts, chosen)
    const kappa = kappaAt(facts, chosen)
    if (!(kappa > 0)) {
      const note = 'Under the p-median answer everybody is at distance 0, and none can be fairer.'
      return { objective: 0, bound: 0, chosen, notes: [note] }
    }
    const { weights } = facts
    const everybody = weights.reduce((sum, weight) => sum + weight, 0)
    const shares = nearest.map(
      (way, i) => (weights[i]! / everybody) * exponentialLessOne(kappa * way),
    )
    const baseline = shares.reduce((sum, share) => sum + share, 0)
    const cap = 2 * baseline
    const scale = powerOfTwoBelow(MOST_TOTAL / (cap * weights.length))
    const median = medianOfCase(facts, openCount, (distance, weight) => {
      const share = weight / everybody
      const isDear = kappa * distance > logarithm(1 + cap / share)
      return scale * (isDear ? cap : Math.min(cap, share * exponentialLessOne(kappa * distance)))
    })
    const found = searchMedian(median, seed).proven(mayProve)
    const isBaselineBetter = found.total > scale * baseline
    const total = isBaselineBetter ? scale * baseline : found.total
    const asIfEqual = (cost: number) => logarithm(1 + cost / scale) / kappa
    const note = `κ′ = ${kappa.toPrecision(6)} per unit of distance: aversion ${EPSILON} at the p-median answer.`
    return {
      objective: asIfEqual(total),
      bound: asIfEqual(Math.min(total, found.bound)),
      chosen: isBaselineBetter ? chosen : found.chosen,
      notes: [note],
    }
  },
}

/** The p-median answer that κ is taken from. */
export function medianChoice(facts: LocationCase, openCount: number, seed: number): number[] {
  const median = medianOfCase(facts, openCount, (distance, weight) => distance * weight)
  return searchMedian(median, seed).chosen
}

/** κ′ where these sites are open; NaN where everybody is at distance 0. */
export function kappaAt(facts: LocationCase, chosen: readonly number[]): number {
  const lived = { values: nearestDistances(facts, chosen), people: facts.weights }
  return -kolmPollakKappa(lived, EPSILON)
}
