/**
 * Probability that a standard normal is above z ≥ 0: a series for small z, a continued fraction for
 * large z; 15 digits.
 *
 * @source Abramowitz and Stegun, 26.2.10 and 26.2.14.
 */
export function upperTail(z: number): number {
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
  if (z < 3) {
    let term = z
    let sum = z
    for (let k = 1; k < 200 && term > 1e-17 * sum; k++) {
      term *= (z * z) / (2 * k + 1)
      sum += term
    }
    return 0.5 - sum * density
  }
  let fraction = 0
  for (let k = 200; k >= 1; k--) fraction = k / (z + fraction)
  return density / (z + fraction)
}

/** Probability of being at least as far from 0 as z, on either side; NaN stays NaN. */
export function twoSidedP(z: number): number {
  return Number.isNaN(z) ? Number.NaN : 2 * upperTail(Math.abs(z))
}

/**
 * Benjamini–Hochberg: for each p the false discovery rate at which it would be accepted, so that a
 * map of thousands of cells does not glow by chance. NaN stays NaN and counts for nothing.
 *
 * @source Y. Benjamini, Y. Hochberg, J. R. Statist. Soc. B 57 (1995).
 */
export function adjustedP(pValues: Float64Array): Float64Array {
  const known = [...pValues.keys()].filter((i) => !Number.isNaN(pValues[i]!))
  known.sort((a, b) => pValues[b]! - pValues[a]!)
  const adjusted = new Float64Array(pValues.length).fill(Number.NaN)
  let least = 1
  known.forEach((i, place) => {
    least = Math.min(least, (pValues[i]! * known.length) / (known.length - place))
    adjusted[i] = least
  })
  return adjusted
}
