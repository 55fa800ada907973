import type { LocationCase } from './location-problem.ts'

/** Points that the same sites cover, taken together: nothing can tell them apart. */
export type ReachGroup = {
  /** Sites that cover the points, ascending; never none. */
  readonly sites: readonly number[]
  readonly points: readonly number[]
}

/** Who can be covered by whom within a radius; a point exactly at the radius is covered. */
export type ReachGroups = {
  readonly groups: readonly ReachGroup[]
  /** Points that no site covers. */
  readonly uncoverable: readonly number[]
}

/**
 * Groups the points of a case, in the order of their first points. Distances are compared once each.
 *
 * @param only sites that count, ascending.
 */
export function reachGroups(
  { siteIds, weights, distances }: LocationCase,
  radius: number,
  only: Iterable<number> = siteIds.keys(),
): ReachGroups {
  const pointCount = weights.length
  const sitesOf: number[][] = Array.from({ length: pointCount }, () => [])
  for (const site of only) {
    for (let point = 0; point < pointCount; point++) {
      if (distances[site * pointCount + point]! <= radius) sitesOf[point]!.push(site)
    }
  }
  const bySites = new Map<string, { sites: number[]; points: number[] }>()
  const uncoverable: number[] = []
  sitesOf.forEach((sites, point) => {
    if (sites.length === 0) {
      uncoverable.push(point)
      return
    }
    const key = sites.join()
    const group = bySites.get(key)
    if (group) group.points.push(point)
    else bySites.set(key, { sites, points: [point] })
  })
  return { groups: [...bySites.values()], uncoverable }
}
