import { reducedCover, setCoverOf } from '../engines/set-cover.ts'
import { createCoverSearch } from '../engines/set-cover-search.ts'
import { effortFor } from './effort.ts'
import {
  filledUp,
  type LocationCase,
  type LocationProblem,
  nearestDistances,
} from './location-problem.ts'
import { reachGroups } from './reach-groups.ts'

/** What is known of one distance as a radius: sites that cover all, that p sites cannot, or neither yet. */
type Verdict = { readonly sites: readonly number[] | null; readonly isImpossible: boolean }

/** So many of the steps that one smallest cover may take are allowed to each distance tried. */
const SEARCH_SHARE = 0.2

/**
 * Least longest distance to the nearest of p sites, by halving the list of distances that occur and
 * asking of each whether p sites cover everybody. Each point counts, whatever its weight.
 *
 * @source E. Minieka, "The m-center problem", SIAM Review 12 (1970).
 */
export const pcenter: LocationProblem = {
  name: 'pcenter',
  summary: 'least longest distance to the nearest of p sites',
  unit: 'longest distance',
  takes: { openCount: true, radius: false },
  solve(facts, { openCount, mayProve }) {
    const sorted = facts.distances.slice().sort()
    const distances = sorted.filter((way, at) => way !== sorted[at - 1])
    const longestOf = (sites: readonly number[]) =>
      nearestDistances(facts, sites).reduce((most, way) => Math.max(most, way), 0)
    const siteCount = facts.siteIds.length
    const ask = (at: number, share: number, mayGoOn: () => boolean) =>
      coverable(facts, { radius: distances[at]!, openCount, share, mayGoOn })
    let chosen = farthestFirst(facts, openCount)
    let top = distances.indexOf(longestOf(chosen))
    const impossible = new Set<number>()
    let low = 0
    while (low < top) {
      const middle = Math.floor((low + top) / 2)
      const { sites, isImpossible } = ask(middle, SEARCH_SHARE, () => true)
      if (sites) {
        chosen = filledUp(sites, { openCount, siteCount })
        top = distances.indexOf(longestOf(chosen))
      } else {
        if (isImpossible) impossible.add(middle)
        low = middle + 1
      }
    }
    const proven = lowestPossible(ask, { low: nextAfter(impossible), top, mayProve })
    return { objective: distances[top]!, bound: distances[proven]!, chosen, notes: [] }
  },
}

/**
 * A first choice that is seldom more than twice as long as the best: again and again the site nearest
 * to the point that has furthest to go.
 *
 * @source T. F. Gonzalez, "Clustering to minimize the maximum intercluster distance", Theoretical
 *   Computer Science 38 (1985).
 */
function farthestFirst({ siteIds, weights, distances }: LocationCase, openCount: number): number[] {
  const pointCount = weights.length
  const nearest = new Float64Array(pointCount).fill(Infinity)
  const sites = new Set<number>()
  for (let k = 0; k < openCount; k++) {
    const point = nearest.reduce((far, way, i) => (way > nearest[far]! ? i : far), 0)
    let next = 0
    for (let site = 1; site < siteIds.length; site++) {
      const isNearer = distances[site * pointCount + point]! < distances[next * pointCount + point]!
      if (isNearer) next = site
    }
    sites.add(next)
    for (let i = 0; i < pointCount; i++) {
      nearest[i] = Math.min(nearest[i]!, distances[next * pointCount + i]!)
    }
  }
  return filledUp([...sites], { openCount, siteCount: siteIds.length })
}

/** The place after the last one that is ruled out; what lies below is ruled out with it. */
function nextAfter(impossible: ReadonlySet<number>): number {
  return Math.max(-1, ...impossible) + 1
}

type Asking = {
  readonly low: number
  readonly top: number
  readonly mayProve: () => boolean
}

/** Halves what lies between the last distance ruled out and the answer, with more effort, without another answer. */
function lowestPossible(
  ask: (at: number, share: number, mayGoOn: () => boolean) => Verdict,
  { low: from, top, mayProve }: Asking,
): number {
  let low = from
  let high = top
  while (low < high && mayProve()) {
    const middle = Math.floor((low + high) / 2)
    const { isImpossible } = ask(middle, 1, mayProve)
    if (isImpossible) low = middle + 1
    else high = middle
  }
  return low
}

type Test = {
  readonly radius: number
  readonly openCount: number
  /** Of the steps that a proof may take. */
  readonly share: number
  readonly mayGoOn: () => boolean
}

/** Whether so many sites cover everybody within a radius. */
function coverable(facts: LocationCase, { radius, openCount, share, mayGoOn }: Test): Verdict {
  const { groups, uncoverable } = reachGroups(facts, radius)
  if (uncoverable.length > 0) return { sites: null, isImpossible: true }
  const whole = setCoverOf(
    facts.siteIds.length,
    groups.map(({ sites }) => sites),
  )
  const { cover, siteOf, essential } = reducedCover(whole)
  const left = openCount - essential.length
  const covers = createCoverSearch(cover, left + 1)
  const { searchSteps, proofSteps } = effortFor(10 * cover.rows.length, 0)
  const steps = share < 1 ? share * searchSteps : proofSteps
  const isFound = () => covers.best.length <= left
  for (let step = 0; step < steps && !isFound() && !covers.isDone() && mayGoOn(); step++) {
    covers.step()
  }
  const sites = isFound() ? [...essential, ...covers.best.map((site) => siteOf[site]!)] : null
  return { sites, isImpossible: sites === null && covers.isDone() }
}
