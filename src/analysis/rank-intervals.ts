import { createRandom } from '#core/random.ts'
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

/** One list of places to be ranked, and what counts for it under the scores of a draw. */
export type Ranking = {
  readonly placeCount: number
  /** Value of each place, NaN if it is not ranked; may be one list that is filled again. */
  readonly valuesOf: (cellScores: Float64Array) => ArrayLike<number>
}

type DrawnNeed = Pick<NeedSurface, 'score' | 'indicatorScores' | 'indicatorConfidences'>

/** Cells ranked by their need. */
export function rankIntervals(need: DrawnNeed, options: RankOptions): RankIntervals {
  const cells = { placeCount: need.score.length, valuesOf: (scores: Float64Array) => scores }
  return rankIntervalsOf(need, options, [cells])[0]!
}

/**
 * Ranks several lists of places again under drawn weights, all from the same draws. Cells without a
 * score have none in any draw. The same seed gives the same answer. See the bench for what it costs.
 *
 * @source analysis.md §3.6 (SMAA rank acceptability); reference 07-composite/need_index.json.
 */
export function rankIntervalsOf(
  need: DrawnNeed,
  options: RankOptions,
  rankings: readonly Ranking[],
): RankIntervals[] {
  const { drawCount } = options
  const lists = rankings.map(({ placeCount, valuesOf }) => ({
    valuesOf,
    ranker: createRanker(placeCount),
    drawn: new Int32Array(placeCount),
    ranks: new Uint32Array(placeCount * drawCount),
  }))
  let draw = 0
  for (const scores of drawnScores(need, options)) {
    for (const { valuesOf, ranker, drawn, ranks } of lists) {
      ranker.rank(valuesOf(scores), drawn)
      for (let place = 0; place < drawn.length; place++) {
        ranks[place * drawCount + draw] = drawn[place]!
      }
    }
    draw++
  }
  return lists.map(({ ranks, drawn }) => summarise(ranks, drawn.length, options))
}

/** Need per cell under one draw after the other; the list is filled again each time. */
function* drawnScores(
  need: DrawnNeed,
  { weights, concentration, means, drawCount, seed }: RankOptions,
): Generator<Float64Array> {
  const cells = Int32Array.from(need.score.keys()).filter(
    (cell) => !Number.isNaN(need.score[cell]!),
  )
  const random = createRandom(seed)
  const bentByMean = means.map((mean) => bentScores(need, cells, mean))
  const known = knownShares(need, cells)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const alpha = weights.map((weight) => (concentration * weight) / total)
  const meanOf = new Float64Array(cells.length)
  const scores = new Float64Array(need.score.length).fill(Number.NaN)
  for (let draw = 0; draw < drawCount; draw++) {
    const which = draw % means.length
    const { unbend } = NEED_MEANS[means[which]!]
    scoreDraw({ bent: bentByMean[which]!, known, shares: drawDirichlet(alpha, random) }, meanOf)
    for (let p = 0; p < cells.length; p++) scores[cells[p]!] = unbend(meanOf[p]!)
    yield scores
  }
}

/** Bent score times how far it holds, 0 where missing; one list an indicator. */
function bentScores(need: DrawnNeed, cells: Int32Array, mean: NeedMean): Float64Array[] {
  const { bend } = NEED_MEANS[mean]
  const known = knownShares(need, cells)
  return need.indicatorScores.map((scores, k) =>
    Float64Array.from(cells, (cell, p) => {
      const score = scores[cell]!
      return Number.isNaN(score) ? 0 : bend(score) * known[k]![p]!
    }),
  )
}

function knownShares(need: DrawnNeed, cells: Int32Array): Float64Array[] {
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

/** A place without a rank in any draw has none at all; one that lacks it in some is judged by the others. */
function summarise(
  ranks: Uint32Array,
  placeCount: number,
  { drawCount, topCount }: RankOptions,
): RankIntervals {
  const empty = (value: number) => new Float64Array(placeCount).fill(value)
  const medianRank = empty(0)
  const bestRank = empty(0)
  const worstRank = empty(0)
  const topShare = empty(Number.NaN)
  const firstShare = empty(Number.NaN)
  for (let place = 0; place < placeCount; place++) {
    const sorted = ranks.subarray(place * drawCount, (place + 1) * drawCount).sort()
    const own = sorted.subarray(countUpTo(sorted, 0))
    if (own.length === 0) continue
    medianRank[place] = own[Math.floor((own.length - 1) / 2)]!
    bestRank[place] = own[Math.floor(0.05 * (own.length - 1))]!
    worstRank[place] = own[Math.ceil(0.95 * (own.length - 1))]!
    topShare[place] = countUpTo(own, topCount) / own.length
    firstShare[place] = countUpTo(own, 1) / own.length
  }
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
