import { powerOfTwoBelow } from '../engines/series.ts'
import { setCoverOf, undominatedSites } from '../engines/set-cover.ts'
import { createSwapSearch, type SingleCover } from '../engines/single-cover.ts'
import { createSingleCoverProof } from '../engines/single-cover-proof.ts'
import { effortFor, prove, search } from './effort.ts'
import { filledUp, type LocationCase, type LocationProblem } from './location-problem.ts'
import { type ReachGroup, reachGroups } from './reach-groups.ts'

/** Weights are counted in whole steps of so small a part of their sum; whole weights as they are. */
const MOST_UNITS = 2 ** 44
/** Every so many steps the search starts again from what the multipliers favour. */
const STEPS_PER_SUGGESTION = 50
/** Broken weights are rounded: what is within this share of the bound has reached it. */
const ROUNDING_SHARE = 1e-9

/** Most weight within the radius of p sites. */
export const mclp: LocationProblem = {
  name: 'mclp',
  summary: 'most weight within the radius of p sites',
  unit: 'weight within the radius',
  takes: { openCount: true, radius: true },
  solve(facts, { openCount, radius, seed, mayProve }) {
    const groups = neededGroups(facts, { radius, openCount })
    const { cover, scale } = coverOf(groups, facts, openCount)
    const swaps = createSwapSearch(cover, seed)
    const proof = createSingleCoverProof(cover)
    let steps = 0
    const work = {
      move: swaps.move,
      tighten() {
        proof.tighten(-swaps.bestObjective)
        steps += 1
        if (steps % STEPS_PER_SUGGESTION === 0) swaps.suggest(Array.from(proof.favoured()))
      },
      isProven: () => -proof.bound <= swaps.bestObjective,
    }
    const effort = effortFor(4 * cover.groups.length + cover.weight.length, movesPerStep(cover))
    search(work, effort)
    const open = swaps.best.map((site) => cover.sites[site]!)
    prove(work, effort, mayProve)
    const isOpen = new Set(open)
    const objective = groups.reduce(
      (sum, { sites, points }) =>
        sites.some((site) => isOpen.has(site)) ? sum + weightOf(points, facts.weights) : sum,
      0,
    )
    const most = scale === 1 ? -proof.bound : (-proof.bound + cover.weight.length) / scale
    const isReached = most <= objective * (scale === 1 ? 1 : 1 + ROUNDING_SHARE)
    return {
      objective,
      bound: isReached ? objective : most,
      chosen: filledUp(open, { openCount, siteCount: facts.siteIds.length }),
      notes: [],
    }
  },
}

/** Groups of the sites that are worth opening: one that covers no more than another never is, while there are p others. */
function neededGroups(
  facts: LocationCase,
  { radius, openCount }: { readonly radius: number; readonly openCount: number },
): readonly ReachGroup[] {
  const { groups } = reachGroups(facts, radius)
  const needed = undominatedSites(
    setCoverOf(
      facts.siteIds.length,
      groups.map(({ sites }) => sites),
    ),
  )
  return needed.length < openCount ? groups : reachGroups(facts, radius, needed).groups
}

/** As many moves as take about as long as a step of the bound. */
function movesPerStep({ groups, weight, sites }: SingleCover): number {
  const operationsPerMove = (groups.length * groups.length) / (sites.length * weight.length)
  return Math.min(20, Math.max(2, Math.round(groups.length / Math.max(1, operationsPerMove))))
}

function weightOf(points: readonly number[], weights: Float64Array): number {
  return points.reduce((sum, point) => sum + weights[point]!, 0)
}

/** Weights in whole units, broken ones rounded up: the bound on them is one on the weights, less a unit a group. */
function coverOf(
  groups: readonly ReachGroup[],
  { siteIds, weights }: { readonly siteIds: readonly string[]; readonly weights: Float64Array },
  openCount: number,
): { readonly cover: SingleCover; readonly scale: number } {
  const sums = groups.map(({ points }) => weightOf(points, weights))
  const total = sums.reduce((sum, weight) => sum + weight, 0)
  const isPlain = total <= MOST_UNITS && sums.every((weight) => Number.isInteger(weight))
  const scale = isPlain || total === 0 ? 1 : powerOfTwoBelow(MOST_UNITS / total)
  const whole = setCoverOf(
    siteIds.length,
    groups.map(({ sites }) => sites),
  )
  const used = [...siteIds.keys()].filter(
    (site) => whole.siteOffsets[site]! < whole.siteOffsets[site + 1]!,
  )
  const offsets = Uint32Array.from([
    ...used.map((site) => whole.siteOffsets[site]!),
    whole.rows.length,
  ])
  const index = new Map(used.map((site, at) => [site, at]))
  const cover: SingleCover = {
    openCount: Math.min(openCount, used.length),
    sites: Int32Array.from(used),
    weight: Float64Array.from(sums, (weight) => Math.ceil(weight * scale)),
    offsets,
    groups: whole.rows,
    groupOffsets: whole.rowOffsets,
    groupSites: whole.rowSites.map((site) => index.get(site)!),
    isWhole: true,
  }
  return { cover, scale }
}
