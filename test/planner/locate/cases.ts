import { createRandom } from '#core/random.ts'
import type { LocationCase, LocationRequest } from '#planner/locate/location-problem.ts'
import type { PlanProblem } from '#planner/problem.ts'

/** A small random case: whole or broken weights and distances, ties, points of no weight, sites apart from points. */
export function aCase(seed: number): LocationCase {
  const random = createRandom(seed)
  const siteCount = 2 + random.below(7)
  const pointCount = 1 + random.below(10)
  const isWhole = random.below(2) === 0
  const spread = random.below(2) === 0 ? 6 : 100
  const draw = () => (isWhole ? random.below(spread) : spread * random.next())
  const weights = Float64Array.from({ length: pointCount }, () =>
    random.below(8) === 0 ? 0 : draw() + 0.5 * Number(!isWhole),
  )
  weights[0] = 1 + random.below(9)
  return {
    siteIds: Array.from({ length: siteCount }, (_, site) => `s${site}`),
    weights,
    distances: Float64Array.from({ length: siteCount * pointCount }, draw),
    openCount: null,
  }
}

/** A request with every setting at rest. */
export function aRequest(parts: Partial<LocationRequest> = {}): LocationRequest {
  return { openCount: 1, radius: Infinity, seed: 1, mayProve: () => true, ...parts }
}

/** Every choice of so many of the first `siteCount` sites. */
export function choices(siteCount: number, openCount: number): number[][] {
  const grow = (from: number, chosen: number[]): number[][] =>
    chosen.length === openCount
      ? [chosen]
      : Array.from({ length: siteCount - from }, (_, i) => from + i).flatMap((site) =>
          grow(site + 1, [...chosen, site]),
        )
  return grow(0, [])
}

/** Distance of each point to the nearest of some sites, the plain way. */
export function ways({ weights, distances }: LocationCase, sites: readonly number[]): number[] {
  return Array.from(weights, (_, i) =>
    Math.min(...sites.map((site) => distances[site * weights.length + i]!)),
  )
}

/** The facts of a single-type problem, for the same question asked the plain way. */
export function caseOf({ sites, demand, minutes }: PlanProblem): LocationCase {
  return {
    siteIds: sites.map(({ placeId }) => placeId),
    weights: demand[0]!,
    distances: Float64Array.from(minutes['vehicle']!),
    openCount: null,
  }
}
