/** A forecast: equally likely counts, one or more. */
export type Forecast = ArrayLike<number>

/**
 * Continuous ranked probability score, in incidents; 0 is best. Of a single count it is the
 * distance. mean|x − y| − ½·mean|x − x′|.
 *
 * @source T. Gneiting, A. E. Raftery, J. Am. Statist. Ass. 102 (2007).
 */
export function rankedScore(forecast: Forecast, count: number): number {
  const sorted = Float64Array.from(forecast).sort()
  const n = sorted.length
  let away = 0
  let spread = 0
  sorted.forEach((value, i) => {
    away += Math.abs(value - count)
    spread += value * (2 * i + 1 - n)
  })
  return away / n - spread / (n * n)
}

/** Lower edges of the bins of the ignorance score; the last has no end. */
export const IGNORANCE_BINS: readonly number[] = [
  0, 0.5, 2.5, 5.5, 10.5, 25.5, 50.5, 100.5, 250.5, 500.5, 1000.5,
]

/**
 * −log₂ of the probability given to the bin that came, in bits, with one more count in every bin so
 * that nothing was impossible; 0 is best.
 *
 * @source analysis.md §4.10, after VIEWS (its treatment of counts above 1000.5 not seen).
 */
export function ignoranceScore(forecast: Forecast, count: number): number {
  const binOf = (value: number) => IGNORANCE_BINS.findLastIndex((edge) => value >= edge)
  const came = binOf(count)
  let inBin = 1
  for (let i = 0; i < forecast.length; i++) if (binOf(forecast[i]!) === came) inBin++
  return -Math.log2(inBin / (forecast.length + IGNORANCE_BINS.length))
}

/**
 * Width of the central interval, and 2/α for each incident outside of it; in incidents, 0 is best.
 *
 * @param alpha outside on both sides together; 0.1 unless told.
 * @source T. Gneiting, A. E. Raftery (2007), eq. 43.
 */
export function intervalScore(forecast: Forecast, count: number, alpha = 0.1): number {
  const { lower, upper } = centralInterval(forecast, alpha)
  const below = Math.max(0, lower - count)
  const above = Math.max(0, count - upper)
  return upper - lower + (2 / alpha) * (below + above)
}

/** Between the quantiles α/2 and 1 − α/2, each one of the counts. */
export function centralInterval(forecast: Forecast, alpha = 0.1) {
  const sorted = Float64Array.from(forecast).sort()
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length - 1e-9) - 1)]!
  return { lower: at(alpha / 2), upper: at(1 - alpha / 2) }
}
