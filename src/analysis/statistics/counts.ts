import { incompleteBeta } from './beta.ts'
import { gammaQuantile, lowerGamma } from './gamma.ts'
import { normalQuantile } from './normal-quantile.ts'

/** From, to: where the true value may lie. */
export type Interval = { readonly lower: number; readonly upper: number }

/**
 * Exact interval for the expectation of a count. Never too narrow; of 0 events it starts at 0.
 *
 * @param count whole, 0 or more.
 * @param confidence of both sides together; 0.95 unless told.
 * @source F. Garwood, Biometrika 28 (1936); R `poisson.test`; reference
 *   02-spacetime/monthly_counts_alarm_trend.json.
 */
export function countInterval(count: number, confidence = 0.95): Interval {
  const side = (1 - confidence) / 2
  return {
    lower: count === 0 ? 0 : gammaQuantile(side, count),
    upper: gammaQuantile(1 - side, count + 1),
  }
}

/** How likely so many events or more are where so many are expected (Poisson). */
export function poissonAtLeast(count: number, mean: number): number {
  return count <= 0 ? 1 : lowerGamma(count, mean)
}

/** Above this a count is as good as normal, and sums of its probabilities no longer end. */
const NORMAL_FROM = 1e6

/**
 * The least count that is not exceeded with this probability, of a Poisson distribution; by the
 * normal for a mean above a million.
 */
export function poissonQuantile(share: number, mean: number): number {
  if (!(mean < NORMAL_FROM)) return normalCount(share, mean, mean)
  return leastWhole((count) => 1 - lowerGamma(count + 1, mean) >= share)
}

/**
 * The same of counts that vary more than Poisson: negative binomial with variance
 * `dispersion`·mean, dispersion above 1.
 */
export function overdispersedQuantile(share: number, mean: number, dispersion: number): number {
  const size = mean / (dispersion - 1)
  if (!(mean < NORMAL_FROM)) return normalCount(share, mean, dispersion * mean)
  return leastWhole((count) => incompleteBeta(1 / dispersion, size, count + 1) >= share)
}

function normalCount(share: number, mean: number, variance: number): number {
  return mean === Number.POSITIVE_INFINITY
    ? mean
    : Math.ceil(mean + normalQuantile(share) * Math.sqrt(variance))
}

/** The least whole number, 0 or more, from which on something holds. */
function leastWhole(holds: (count: number) => boolean): number {
  if (holds(0)) return 0
  let high = 1
  while (!holds(high)) high *= 2
  let low = Math.floor(high / 2)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle
  }
  return high
}
