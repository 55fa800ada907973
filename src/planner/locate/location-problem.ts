/** Where something may stand and who is to be served: the facts that every standard location problem shares. */
export type LocationCase = {
  /** What a person calls each site. */
  readonly siteIds: readonly string[]
  /** Of each point to be served; 0 or more. */
  readonly weights: Float64Array
  /** In the units of the file, `[site × pointCount + point]`; 0 or more, never NaN. */
  readonly distances: Float64Array
  /** Sites to open that the file itself states; null: it says nothing. */
  readonly openCount: number | null
}

/** What is asked of a case. */
export type LocationRequest = {
  /** Sites to open, 1 up to all of them; of no account where fewest sites are sought. */
  readonly openCount: number
  /** What a site covers lies no further; of no account where nothing is covered. */
  readonly radius: number
  readonly seed: number
  /** Asked between two steps of the proof; the search is over by then, and its answer stands. */
  readonly mayProve: () => boolean
}

/** An answer with what is proven of it. */
export type Location = {
  /** In the words of the problem: a weighted distance, covered weight, sites, a distance. */
  readonly objective: number
  /** No choice of sites is better than this. */
  readonly bound: number
  /** Sites as indices of the case, ascending. */
  readonly chosen: readonly number[]
  /** What else a person has to know, one sentence each. */
  readonly notes: readonly string[]
}

/** A standard location problem. A new one is a file beside this and a line in the registry. */
export type LocationProblem = {
  readonly name: string
  /** What is sought, for a list. */
  readonly summary: string
  /** What the objective counts, for a table. */
  readonly unit: string
  readonly takes: { readonly openCount: boolean; readonly radius: boolean }
  readonly solve: (facts: LocationCase, request: LocationRequest) => Location
}

/** Distance of each point to the nearest of some sites. */
export function nearestDistances(
  { distances, weights }: Pick<LocationCase, 'distances' | 'weights'>,
  sites: readonly number[],
): Float64Array {
  const pointCount = weights.length
  const nearest = new Float64Array(pointCount).fill(Infinity)
  for (const site of sites) {
    for (let i = 0; i < pointCount; i++) {
      const way = distances[site * pointCount + i]!
      if (way < nearest[i]!) nearest[i] = way
    }
  }
  return nearest
}

/** The sites in order, and as many of the others as are still to be opened, the first ones first. */
export function filledUp(
  sites: ArrayLike<number>,
  { openCount, siteCount }: { readonly openCount: number; readonly siteCount: number },
): number[] {
  const chosen = new Set(Array.from(sites))
  for (let site = 0; site < siteCount && chosen.size < openCount; site++) chosen.add(site)
  return [...chosen].sort((a, b) => a - b)
}
