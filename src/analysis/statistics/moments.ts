/** Values that lie within this share of their mean are the same but for rounding. */
const ROUNDING = 1e-9

/**
 * Count, mean and population standard deviation of the values that are known (not NaN). The deviation
 * of values that are the same is 0, whatever rounding makes of their mean.
 */
export function momentsOf(values: ArrayLike<number>): {
  readonly count: number
  readonly mean: number
  readonly deviation: number
} {
  let count = 0
  let sum = 0
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i]!)) continue
    count++
    sum += values[i]!
  }
  const mean = sum / count
  let squares = 0
  for (let i = 0; i < values.length; i++) {
    if (!Number.isNaN(values[i]!)) squares += (values[i]! - mean) ** 2
  }
  const deviation = Math.sqrt(squares / count)
  return { count, mean, deviation: deviation <= ROUNDING * Math.abs(mean) ? 0 : deviation }
}

/** The middle of the known values, of an even count the mean of the middle two; NaN of none. */
export function medianOf(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort()
  const half = sorted.length / 2
  if (sorted.length === 0) return Number.NaN
  return sorted.length % 2 === 1
    ? sorted[Math.floor(half)]!
    : (sorted[half - 1]! + sorted[half]!) / 2
}
