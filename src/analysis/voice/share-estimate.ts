import type { Interval } from '../statistics/counts.ts'
import { normalQuantile } from '../statistics/normal-quantile.ts'

/** So many of a sample said yes. */
export type SampledShare = {
  /** 0–1. */
  readonly share: number
  readonly sampleCount: number
  /** How many times wider the sample is than a plain random one; 1 or more, 1 where nobody said. */
  readonly designEffect?: number
}

/** People of a plain random sample that would tell as much; NaN stays NaN. */
export function effectiveSampleCount({ sampleCount, designEffect }: SampledShare): number {
  const effect = designEffect === undefined || Number.isNaN(designEffect) ? 1 : designEffect
  return sampleCount / Math.max(1, effect)
}

/**
 * Wilson’s interval of a share, within 0 to 1 also near its ends, over the effective sample. NaN
 * without a sample.
 *
 * @param confidence of both sides together; 0.95 unless told.
 * @source E. B. Wilson, J. Am. Statist. Ass. 22 (1927); reference
 *   02-spacetime/monthly_counts_alarm_trend.json, `wilson_ci95`.
 */
export function wilsonInterval(sampled: SampledShare, confidence = 0.95): Interval {
  const n = effectiveSampleCount(sampled)
  if (!(n > 0)) return { lower: Number.NaN, upper: Number.NaN }
  const { share } = sampled
  const z = normalQuantile((1 + confidence) / 2)
  const centre = share + (z * z) / (2 * n)
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))
  const whole = 1 + (z * z) / n
  return {
    lower: Math.max(0, Math.min(share, (centre - half) / whole)),
    upper: Math.min(1, Math.max(share, (centre + half) / whole)),
  }
}

/** Standard error over the share; ∞ where nobody said yes, NaN without a sample. */
export function relativeErrorShare(sampled: SampledShare): number {
  const n = effectiveSampleCount(sampled)
  if (!(n > 0)) return Number.NaN
  if (sampled.share === 0) return Number.POSITIVE_INFINITY
  return Math.sqrt((sampled.share * (1 - sampled.share)) / n) / sampled.share
}

/**
 * Kish’s design effect of unequal weights: n·Σw²/(Σw)², 1 where all weigh the same. What clusters do
 * is not in it. NaN without weights.
 *
 * @source L. Kish, Survey Sampling (1965).
 */
export function weightingEffect(weights: ArrayLike<number>): number {
  let sum = 0
  let squares = 0
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i]!
    squares += weights[i]! ** 2
  }
  return (weights.length * squares) / (sum * sum)
}

/** How much higher one share is than another. */
export type ShareDifference = Interval & {
  readonly difference: number
  /** Whether the interval leaves out 0. */
  readonly isSeen: boolean
}

/**
 * A share less another, of samples that have nobody in common, as two waves or women and men; with
 * Newcombe’s interval, made of both Wilson intervals.
 *
 * @param confidence of both sides together; 0.95 unless told.
 * @source R. G. Newcombe, Statistics in Medicine 17 (1998), method 10.
 */
export function shareDifference(
  sampled: SampledShare,
  other: SampledShare,
  confidence = 0.95,
): ShareDifference {
  const [a, b] = [wilsonInterval(sampled, confidence), wilsonInterval(other, confidence)]
  const difference = sampled.share - other.share
  const lower = difference - Math.hypot(sampled.share - a.lower, b.upper - other.share)
  const upper = difference + Math.hypot(a.upper - sampled.share, other.share - b.lower)
  return { difference, lower, upper, isSeen: lower > 0 || upper < 0 }
}
