import { betaQuantile, logGamma } from '../statistics/beta.ts'

/** Events over a time (or over people × time). */
export type CountOver = { readonly count: number; readonly exposure: number }

/** How two rates compare, with what chance alone could make of it. */
export type RateRatio = {
  /** Null: nothing to divide by. */
  readonly ratio: number | null
  /** 95 % interval; `upper` is null where it has no end. */
  readonly lower: number
  readonly upper: number | null
  /** How often chance alone would give a difference at least as rare. */
  readonly pValue: number
}

export type Trend = RateRatio & {
  readonly direction: 'rising' | 'falling' | 'noChangeSeen' | 'tooFew'
  readonly recent: CountOver
  readonly earlier: CountOver
}

/** Fewer incidents than this in both periods together carry no arrow. A working value. */
export const LEAST_TREND_COUNT = 8

/**
 * Two Poisson rates by the exact conditional test: given their sum, the first count is binomial.
 * The interval is Clopper and Pearson's, turned into a ratio.
 *
 * @source J. Przyborowski, H. Wilenski, Biometrika 31 (1940); R `poisson.test`; reference
 *   02-spacetime/monthly_counts_alarm_trend.json.
 */
export function rateRatio(a: CountOver, b: CountOver): RateRatio {
  const total = a.count + b.count
  const odds = b.exposure / a.exposure
  const lowest = a.count === 0 ? 0 : betaQuantile(0.025, a.count, b.count + 1)
  const highest = b.count === 0 ? 1 : betaQuantile(0.975, a.count + 1, b.count)
  return {
    ratio: b.count === 0 ? null : (a.count / b.count) * odds,
    lower: (lowest / (1 - lowest)) * odds,
    upper: highest === 1 ? null : (highest / (1 - highest)) * odds,
    pValue: total === 0 ? 1 : binomialPValue(a.count, total, 1 / (1 + odds)),
  }
}

/**
 * The last so many days against the same days of the years before, so that a season is not taken
 * for a trend. Only whole years of records count; null without any.
 *
 * @param recordsFromEpochMinutes when records begin: before it nobody counted.
 */
export function seasonalTrend(
  occurredEpochMinutes: ArrayLike<number>,
  window: {
    readonly atEpochMinutes: number
    readonly days: number
    readonly recordsFromEpochMinutes: number
  },
): Trend | null {
  const { atEpochMinutes, days, recordsFromEpochMinutes } = window
  const recordedYears = (atEpochMinutes - recordsFromEpochMinutes - days * 1440) / MINUTES_PER_YEAR
  const yearCount = Math.floor(recordedYears)
  if (yearCount < 1) return null
  const counts = [0, 0]
  for (let i = 0; i < occurredEpochMinutes.length; i++) {
    const ageMinutes = atEpochMinutes - occurredEpochMinutes[i]!
    const year = Math.floor(ageMinutes / MINUTES_PER_YEAR)
    const isInSeason = ageMinutes - year * MINUTES_PER_YEAR < days * 1440
    if (ageMinutes >= 0 && isInSeason && year <= yearCount) counts[year === 0 ? 0 : 1]!++
  }
  const recent = { count: counts[0]!, exposure: days }
  const earlier = { count: counts[1]!, exposure: days * yearCount }
  const ratio = rateRatio(recent, earlier)
  return { ...ratio, recent, earlier, direction: directionOf(ratio, recent, earlier) }
}

const MINUTES_PER_YEAR = 365.25 * 1440

/** The word for it: no arrow on fewer than eight incidents, none beyond chance at 5 %. */
export function directionOf({ pValue }: RateRatio, recent: CountOver, earlier: CountOver) {
  if (recent.count + earlier.count < LEAST_TREND_COUNT) return 'tooFew'
  if (pValue >= 0.05) return 'noChangeSeen'
  return recent.count / recent.exposure > earlier.count / earlier.exposure ? 'rising' : 'falling'
}

/** Two-sided: the probabilities of all counts no likelier than the one seen. */
function binomialPValue(count: number, total: number, share: number): number {
  const probabilityOf = (k: number) =>
    Math.exp(
      logGamma(total + 1) -
        logGamma(k + 1) -
        logGamma(total - k + 1) +
        k * Math.log(share) +
        (total - k) * Math.log(1 - share),
    )
  const seen = probabilityOf(count) * (1 + 1e-7)
  let sum = 0
  for (let k = 0; k <= total; k++) {
    const probability = probabilityOf(k)
    if (probability <= seen) sum += probability
  }
  return Math.min(1, sum)
}
