import { drawDirichlet } from '#analysis/statistics/dirichlet.ts'
import { createRandom } from '#core/random.ts'
import { reweighed, type Weighed } from './reweigh.ts'

/** Where a community ranks while nobody can say the weights exactly: 5th, 50th, 95th of a hundred. */
export type RankRange = {
  readonly best: number
  readonly median: number
  readonly worst: number
  /** Share of draws in which it is among the first ten. */
  readonly topTenShare: number
}

const CONCENTRATION = 50

/** Ranks of some communities under drawn weights; ask for draws piece by piece, then for ranges. */
export type RankDraws = {
  readonly drawnCount: () => number
  readonly draw: () => void
  readonly ranges: () => ReadonlyMap<number, RankRange>
}

/**
 * Draws weights about those chosen and ranks all communities again by what is unmet. One draw takes
 * as long as `reweighed`; the same seed gives the same answer.
 *
 * @param communities indices whose ranks are kept.
 */
export function rankDraws(facts: Weighed, communities: readonly number[], seed: number): RankDraws {
  const random = createRandom(seed)
  const total = facts.indicators.reduce((sum, { weight }) => sum + weight, 0)
  const alpha = facts.indicators.map(({ weight }) => (CONCENTRATION * weight) / (total || 1))
  const ranks = new Map<number, number[]>(communities.map((community) => [community, []]))
  let drawn = 0
  return {
    drawnCount: () => drawn,
    draw() {
      const shares = drawDirichlet(alpha, random)
      const indicators = facts.indicators.map((indicator, i) => ({
        ...indicator,
        weight: shares[i] ?? 0,
      }))
      const { underservedCommunities } = reweighed({ ...facts, indicators })
      underservedCommunities.forEach((community, place) => {
        ranks.get(community)?.push(place + 1)
      })
      drawn += 1
    },
    ranges: () => new Map([...ranks].flatMap(([community, own]) => rangeOf(community, own))),
  }
}

function rangeOf(community: number, own: readonly number[]): [number, RankRange][] {
  if (own.length === 0) return []
  const sorted = [...own].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0
  const inTopTen = sorted.filter((rank) => rank <= 10).length
  const range = {
    best: at(0.05),
    median: at(0.5),
    worst: at(0.95),
    topTenShare: inTopTen / sorted.length,
  }
  return [[community, range]]
}
