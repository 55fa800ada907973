import type { Median } from '../engines/median.ts'
import { medianEngine } from '../engines/median-engine.ts'
import { effortFor, prove, search } from './effort.ts'
import type { LocationCase, LocationRequest } from './location-problem.ts'

/** Sums up to here leave room for the roundings of a bound within whole numbers. */
const MOST_WHOLE = 2 ** 40

/** What a case costs, `[site × count + point]`, without the points that cost nothing wherever sites stand. */
export function medianOfCase(
  { siteIds, weights, distances }: LocationCase,
  openCount: number,
  costOf: (distance: number, weight: number) => number,
): Median {
  const points = [...weights.keys()].filter((point) => weights[point]! > 0)
  const cost = new Float64Array(siteIds.length * points.length)
  for (let s = 0; s < siteIds.length; s++) {
    points.forEach((point, i) => {
      const distance = distances[s * weights.length + point]!
      cost[s * points.length + i] = costOf(distance, weights[point]!)
    })
  }
  const most = cost.reduce((top, value) => Math.max(top, value), 0) * points.length
  return {
    openCount,
    sites: Int32Array.from(siteIds.keys()),
    cellCount: points.length,
    cost,
    isWhole: most <= MOST_WHOLE && cost.every((value) => Number.isInteger(value)),
  }
}

/** A choice of sites, its total cost, and a total that no choice gets below. */
export type MedianAnswer = {
  readonly chosen: readonly number[]
  readonly total: number
  readonly bound: number
}

/** The search for the least total: interchange, beside branch and bound. Its answer is final. */
export function searchMedian(median: Median, seed: number) {
  const siteCount = median.sites.length
  const engine = medianEngine(median, { seed, siteCount })
  const movesPerStep = Math.max(engine.movesPerBoundStep, Math.floor(siteCount / 10))
  const effort = effortFor(siteCount * median.cellCount, movesPerStep)
  search(engine, effort)
  const laydown = engine.laydown()
  const chosen = [...median.sites].filter((site) => laydown[site] === 1)
  return {
    chosen,
    /** Goes on proving that it is the best. */
    proven(mayProve: LocationRequest['mayProve']): MedianAnswer {
      prove(engine, effort, mayProve)
      const total = engine.objective()
      return { chosen, total, bound: Math.min(total, engine.bound() ?? 0) }
    },
  }
}
