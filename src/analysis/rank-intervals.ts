import { createRandom, type Random } from '#core/random.ts'
import type { NeedSurface } from './situation.ts'
import { drawDirichlet } from './statistics/dirichlet.ts'
import { NEED_MEANS, type NeedMean } from './statistics/need-mean.ts'
import { createRanker } from './statistics/ranks.ts'

export type RankOptions = {
  /** The chosen weights, about which the draws are made. */
  readonly weights: readonly number[]
  /**
   * How close draws stay to them: 50 moves a weight of a quarter by a quarter (one standard
   * deviation); equal weights and as many as there are indicators draws from all there are.
   */
  readonly concentration: number
  /** Means to draw with, in turn; one or more. */
  readonly means: readonly NeedMean[]
  readonly drawCount: number
  readonly seed: number
  /** For `topShare`: how many places count as the top. */
  readonly topCount: number
}

/** How sure a rank is while nobody can say the weights exactly. Zeros and NaN for unranked places. */
export type RankIntervals = {
  readonly medianRank: Float64Array
  /** 5th and 95th of a hundred. */
  readonly bestRank: Float64Array
  readonly worstRank: Float64Array
  /** Share of draws in which the place is among the top; between 0.2 and 0.8 it is disputed. */
  readonly topShare: Float64Array
  /** Share of draws in which it comes first. */
  readonly firstShare: Float64Array
}

/**
 * Ranks all places that have a score again under drawn weights. Places may be cells or, with
 * `placeCell`, communities, which then compete among themselves. The same seed gives the same
 * answer. 1,000 draws of 4,000 places: 0.4 s.
 *
 * @param placeCell cell of each place; −1 is left out. Null: the places are the cells.
 * @source analysis.md §3.6 (SMAA rank acceptability); reference 07-composite/need_index.json.
 */
export function rankIntervals(
  need: Pick<NeedSurface, 'score' | 'indicatorScores' | 'indicatorConfidences'>,
  options: RankOptions,
  placeCell: Int32Array | null = null,
): RankIntervals {
  const cells = placeCell ?? Int32Array.from(need.score, (_, cell) => cell)
  const places = [...cells.keys()].filter((place) => {
    const cell = cells[place]!
    return cell >= 0 && !Number.isNaN(need.score[cell]!)
  })
  const rankedCells = Int32Array.from(places, (place) => cells[place]!)
  const ranks = drawRanks(need, rankedCells, options)
  return summarise(ranks, { places, placeCount: cells.length }, options)
}

/** Ranks per draw, place-major: `ranks[place × drawCount + draw]`. */
function drawRanks(
  need: Pick<NeedSurface, 'indicatorScores' | 'indicatorConfidences'>,
  cells: Int32Array,
  { weights, concentration, means, drawCount, seed }: RankOptions,
): Uint32Array {
  const random = createRandom(seed)
  const bentByMean = means.map((mean) => bentScores(need, cells, mean))
  const known = knownShares(need, cells)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const alpha = weights.map((weight) => (concentration * weight) / total)
  const ranker = createRanker(cells.length)
  const scores = new Float64Array(cells.length)
  const drawn = new Int32Array(cells.length)
  const ranks = new Uint32Array(cells.length * drawCount)
  for (let draw = 0; draw < drawCount; draw++) {
    const which = draw % means.length
    const shares = drawDirichlet(alpha, random satisfies Random)
    scoreDraw({ bent: bentByMean[which]!, known, shares }, scores)
    const { direction } = NEED_MEANS[means[which]!]
    if (direction < 0) for (let p = 0; p < scores.length; p++) scores[p] = -scores[p]!
    ranker.rank(scores, drawn)
    for (let p = 0; p < drawn.length; p++) ranks[p * drawCount + draw] = drawn[p]!
  }
  return ranks
}

/** Bent score times how far it holds, 0 where missing; one list an indicator. */
function bentScores(
  need: Pick<NeedSurface, 'indicatorScores' | 'indicatorConfidences'>,
  cells: Int32Array,
  mean: NeedMean,
): Float64Array[] {
  const { bend } = NEED_MEANS[mean]
  const known = knownShares(need, cells)
  return need.indicatorScores.map((scores, k) =>
    Float64Array.from(cells, (cell, p) => {
      const score = scores[cell]!
      return Number.isNaN(score) ? 0 : bend(score) * known[k]![p]!
    }),
  )
}

function knownShares(
  need: Pick<NeedSurface, 'indicatorScores' | 'indicatorConfidences'>,
  cells: Int32Array,
): Float64Array[] {
  return need.indicatorScores.map((scores, k) =>
    Float64Array.from(cells, (cell) =>
      Number.isNaN(scores[cell]!) ? 0 : (need.indicatorConfidences?.[k]?.[cell] ?? 1),
    ),
  )
}

function scoreDraw(
  draw: {
    readonly bent: readonly Float64Array[]
    readonly known: readonly Float64Array[]
    readonly shares: readonly number[]
  },
  scores: Float64Array,
): void {
  const weights = new Float64Array(scores.length)
  scores.fill(0)
  draw.shares.forEach((share, k) => {
    const bent = draw.bent[k]!
    const known = draw.known[k]!
    for (let p = 0; p < scores.length; p++) {
      scores[p]! += share * bent[p]!
      weights[p]! += share * known[p]!
    }
  })
  for (let p = 0; p < scores.length; p++) scores[p] = scores[p]! / weights[p]!
}

function summarise(
  ranks: Uint32Array,
  { places, placeCount }: { readonly places: readonly number[]; readonly placeCount: number },
  { drawCount, topCount }: RankOptions,
): RankIntervals {
  const empty = (value: number) => new Float64Array(placeCount).fill(value)
  const medianRank = empty(0)
  const bestRank = empty(0)
  const worstRank = empty(0)
  const topShare = empty(Number.NaN)
  const firstShare = empty(Number.NaN)
  places.forEach((place, p) => {
    const own = ranks.subarray(p * drawCount, (p + 1) * drawCount).sort()
    medianRank[place] = own[Math.floor((drawCount - 1) / 2)]!
    bestRank[place] = own[Math.floor(0.05 * (drawCount - 1))]!
    worstRank[place] = own[Math.ceil(0.95 * (drawCount - 1))]!
    topShare[place] = countUpTo(own, topCount) / drawCount
    firstShare[place] = countUpTo(own, 1) / drawCount
  })
  return { medianRank, bestRank, worstRank, topShare, firstShare }
}

/** How many of sorted values are at most `limit`. */
function countUpTo(sorted: Uint32Array, limit: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! <= limit) low = middle + 1
    else high = middle
  }
  return low
}
