import type { NeedSurface } from './situation.ts'
import { NEED_MEANS, type NeedMean } from './statistics/need-mean.ts'

export type DrawnNeed = Pick<NeedSurface, 'score' | 'indicatorShares' | 'indicatorConfidences'>

/** One draw of what nobody can say exactly. */
export type NeedDraw = {
  /** Weight of each indicator; they sum to 1. */
  readonly shares: readonly number[]
  /** Of each indicator, where the chosen ones are 0 and 1. */
  readonly goalposts: readonly { readonly lo: number; readonly hi: number }[]
  readonly mean: NeedMean
}

/** So many steps of a bent score; between them it is straight, which errs by under 0.0001 of 10. */
const STEPS = 2048

/**
 * Scores the same cells under one draw after the other: the list of scores is filled again each time.
 * What is looked up rather than worked out makes a draw of 20,000 cells some milliseconds.
 */
export function createDrawnNeed(need: DrawnNeed, means: readonly NeedMean[]) {
  const cells = Int32Array.from(need.score.keys()).filter(
    (cell) => !Number.isNaN(need.score[cell]!),
  )
  const bent = new Map(means.map((mean) => [mean, bentSteps(mean)]))
  const parts = need.indicatorShares.map((shares, k) => {
    const confidence = need.indicatorConfidences?.[k]
    const known = (cell: number) => (Number.isNaN(shares[cell]!) ? 0 : (confidence?.[cell] ?? 1))
    return {
      along: Float64Array.from(cells, (cell) => shares[cell]! || 0),
      known: Float64Array.from(cells, known),
    }
  })
  const scores = new Float64Array(need.score.length).fill(Number.NaN)
  const sums = new Float64Array(cells.length)
  const weights = new Float64Array(cells.length)
  return {
    scores({ shares, goalposts, mean }: NeedDraw): Float64Array {
      const { unbend } = NEED_MEANS[mean]
      sums.fill(0)
      weights.fill(0)
      const steps = bent.get(mean)!
      for (const [k, part] of parts.entries()) {
        addPart(sums, weights, { ...part, ...goalposts[k]!, share: shares[k]!, bent: steps })
      }
      for (let p = 0; p < cells.length; p++) scores[cells[p]!] = unbend(sums[p]! / weights[p]!)
      return scores
    },
  }
}

function bentSteps(mean: NeedMean): Float64Array {
  const { bend } = NEED_MEANS[mean]
  return Float64Array.from({ length: STEPS + 2 }, (_, i) => bend((10 * Math.min(i, STEPS)) / STEPS))
}

type DrawnPart = {
  /** Between the chosen goalposts, 0 to 1, or beyond them. */
  readonly along: Float64Array
  readonly known: Float64Array
  readonly lo: number
  readonly hi: number
  readonly share: number
  readonly bent: Float64Array
}

function addPart(sums: Float64Array, weights: Float64Array, part: DrawnPart): void {
  const { along, known, lo, hi, share, bent } = part
  const scale = STEPS / (hi - lo)
  for (let p = 0; p < along.length; p++) {
    const step = Math.min(STEPS, Math.max(0, (along[p]! - lo) * scale))
    const below = Math.trunc(step)
    const from = bent[below]!
    const weight = share * known[p]!
    sums[p]! += weight * (from + (step - below) * (bent[below + 1]! - from))
    weights[p]! += weight
  }
}
