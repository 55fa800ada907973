import { createRandom } from '#core/random.ts'
import { createDrawnNeed, type DrawnNeed } from './drawn-need.ts'
import { drawDirichlet } from './statistics/dirichlet.ts'
import type { NeedMean } from './statistics/need-mean.ts'
import { createRanker } from './statistics/ranks.ts'

export type RankOptions = {
  /** The chosen weights, about which the draws are made. */
  readonly weights: readonly number[]
  /**
   * How close draws stay to them: 50 moves a weight of a quarter by a quarter (one standard
   * deviation); equal weights and as many as there are indicators draws from all there are.
   */
  readonly concentration: number
  /** Each goalpost moves by up to this share of the way between the two; 0: they stand. */
  readonly goalpostMoveShare: number
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
  /** Share of draws in which the place is among the first `topCount`; between 0.2 and 0.8 it is disputed. */
  readonly topShare: Float64Array
  readonly topCount: number
  /** Share of draws in which it comes first. */
  readonly firstShare: Float64Array
  /**
   * Share of draws in which place a stands above place b, at a × places + b; ties count half to each,
   * NaN where the two were never ranked together. Null where pairs were not asked for.
   */
  readonly aboveShare: Float64Array | null
}

/** One list of places to be ranked, and what counts for it under the scores of a draw. */
export type Ranking = {
  readonly placeCount: number
  /** Left out: that of the options. */
  readonly topCount?: number
  /** Whether every two places are compared; for few places, as it takes their square. */
  readonly isPaired?: boolean
  /** Value of each place, NaN if it is not ranked; may be one list that is filled again. */
  readonly valuesOf: (cellScores: Float64Array) => ArrayLike<number>
}

/** Cells ranked by their need. */
export function rankIntervals(need: DrawnNeed, options: RankOptions): RankIntervals {
  const cells = { placeCount: need.score.length, valuesOf: (scores: Float64Array) => scores }
  return rankIntervalsOf(need, options, [cells])[0]!
}

/**
 * Ranks several lists of places again under drawn weights, goalposts and means, all from the same
 * draws. Cells without a score have none in any draw. The same seed gives the same answer. See the
 * bench for what it costs.
 *
 * @source analysis.md §3.6 (SMAA rank acceptability); reference 07-composite/need_index.json.
 */
export function rankIntervalsOf(
  need: DrawnNeed,
  options: RankOptions,
  rankings: readonly Ranking[],
): RankIntervals[] {
  const { drawCount } = options
  const lists = rankings.map(({ placeCount, valuesOf, topCount, isPaired }) => ({
    valuesOf,
    topCount: topCount ?? options.topCount,
    pairs: isPaired ? createPairs(placeCount) : null,
    ranker: createRanker(placeCount),
    drawn: new Int32Array(placeCount),
    ranks: new Uint32Array(placeCount * drawCount),
  }))
  let draw = 0
  for (const scores of drawnScores(need, options)) {
    for (const { valuesOf, ranker, drawn, ranks, pairs } of lists) {
      ranker.rank(valuesOf(scores), drawn)
      for (let place = 0; place < drawn.length; place++) {
        ranks[place * drawCount + draw] = drawn[place]!
      }
      pairs?.add(drawn)
    }
    draw++
  }
  return lists.map(({ ranks, drawn, topCount, pairs }) => ({
    ...summarise(ranks, { placeCount: drawn.length, drawCount, topCount }),
    aboveShare: pairs?.aboveShare() ?? null,
  }))
}

/** Need per cell under one draw after the other; the list is filled again each time. */
function* drawnScores(
  need: DrawnNeed,
  { weights, concentration, goalpostMoveShare, means, drawCount, seed }: RankOptions,
): Generator<Float64Array> {
  const random = createRandom(seed)
  const drawn = createDrawnNeed(need, means)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const alpha = weights.map((weight) => (concentration * weight) / total)
  const moved = () => goalpostMoveShare * (2 * random.next() - 1)
  for (let draw = 0; draw < drawCount; draw++) {
    const shares = drawDirichlet(alpha, random)
    const goalposts = shares.map(() => ({ lo: moved(), hi: 1 + moved() }))
    yield drawn.scores({ shares, goalposts, mean: means[draw % means.length]! })
  }
}

/** Counts who stands above whom, draw after draw. */
function createPairs(placeCount: number) {
  const above = new Float64Array(placeCount * placeCount)
  const both = new Float64Array(placeCount * placeCount)
  return {
    add(ranks: Int32Array) {
      for (let a = 0; a < placeCount; a++) {
        for (let b = 0; b < placeCount; b++) {
          if (a === b || ranks[a] === 0 || ranks[b] === 0) continue
          both[a * placeCount + b]!++
          above[a * placeCount + b]! += ranks[a]! < ranks[b]! ? 1 : ranks[a] === ranks[b] ? 0.5 : 0
        }
      }
    },
    aboveShare: () => above.map((count, pair) => count / both[pair]!),
  }
}

/** A place without a rank in any draw has none at all; one that lacks it in some is judged by the others. */
function summarise(
  ranks: Uint32Array,
  of: { readonly placeCount: number; readonly drawCount: number; readonly topCount: number },
): Omit<RankIntervals, 'aboveShare'> {
  const { placeCount, drawCount, topCount } = of
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
  return { medianRank, bestRank, worstRank, topShare, topCount, firstShare }
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
