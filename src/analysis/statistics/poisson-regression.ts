/** A fitted model of counts: log μ = Σ coefficient · column. */
export type PoissonFit = {
  readonly coefficients: readonly number[]
  readonly standardErrors: readonly number[]
  readonly fitted: Float64Array
  readonly deviance: number
  /** Pearson’s χ² over the degrees of freedom: above 1 the counts vary more than Poisson. */
  readonly dispersion: number
}

/**
 * Poisson regression with a log link, by iteratively re-weighted least squares.
 *
 * @param rows one a count, all of one length: the columns of the design, a 1 for the intercept.
 * @returns null where it cannot be fitted: no more counts than columns, columns that hang together,
 *   or counts that are all 0.
 * @source P. McCullagh, J. A. Nelder, Generalized Linear Models (1989); R `glm(poisson)`; reference
 *   02-spacetime/monthly_counts_alarm_trend.json.
 */
export function poissonRegression(
  rows: readonly (readonly number[])[],
  counts: readonly number[],
): PoissonFit | null {
  const width = rows[0]?.length ?? 0
  if (counts.length <= width || counts.every((count) => count === 0)) return null
  let fitted = Float64Array.from(counts, (count) => count + 0.1)
  let before = Number.POSITIVE_INFINITY
  for (let round = 0; round < 50; round++) {
    const working = counts.map(
      (count, i) => Math.log(fitted[i]!) + (count - fitted[i]!) / fitted[i]!,
    )
    const inverse = inverseOf(crossProduct(rows, fitted))
    if (!inverse) return null
    const moment = Array.from({ length: width }, (_, c) =>
      rows.reduce((sum, row, i) => sum + row[c]! * fitted[i]! * working[i]!, 0),
    )
    const coefficients = inverse.map((line) => dot(line, moment))
    fitted = Float64Array.from(rows, (row) => Math.exp(dot(row, coefficients)))
    const deviance = devianceOf(counts, fitted)
    if (!Number.isFinite(deviance)) return null
    if (Math.abs(deviance - before) <= 1e-12 * (Math.abs(deviance) + 0.1)) {
      const squares = counts.reduce((sum, y, i) => sum + (y - fitted[i]!) ** 2 / fitted[i]!, 0)
      const final = inverseOf(crossProduct(rows, fitted)) ?? inverse
      return {
        coefficients,
        standardErrors: final.map((line, c) => Math.sqrt(line[c]!)),
        fitted,
        deviance,
        dispersion: squares / (counts.length - width),
      }
    }
    before = deviance
  }
  return null
}

function devianceOf(counts: readonly number[], fitted: Float64Array): number {
  return counts.reduce((sum, y, i) => {
    const mean = fitted[i]!
    return sum + 2 * ((y > 0 ? y * Math.log(y / mean) : 0) - (y - mean))
  }, 0)
}

function crossProduct(rows: readonly (readonly number[])[], weights: Float64Array): number[][] {
  const width = rows[0]!.length
  return Array.from({ length: width }, (_, a) =>
    Array.from({ length: width }, (_value, b) =>
      rows.reduce((sum, row, i) => sum + row[a]! * row[b]! * weights[i]!, 0),
    ),
  )
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0)
}

/** By Gauss and Jordan with pivots; null where there is none. */
function inverseOf(matrix: readonly (readonly number[])[]): number[][] | null {
  const size = matrix.length
  const work = matrix.map((line, r) => [...line, ...line.map((_, c) => (r === c ? 1 : 0))])
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let r = column + 1; r < size; r++) {
      if (Math.abs(work[r]![column]!) > Math.abs(work[pivot]![column]!)) pivot = r
    }
    const top = work[pivot]!
    const scale = matrix[pivot]!.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    if (!(Math.abs(top[column]!) > 1e-12 * scale)) return null
    work[pivot] = work[column]!
    work[column] = top.map((value) => value / top[column]!)
    for (let r = 0; r < size; r++) {
      if (r === column) continue
      const factor = work[r]![column]!
      work[r] = work[r]!.map((value, c) => value - factor * work[column]![c]!)
    }
  }
  return work.map((line) => line.slice(size))
}
