import { medianOf } from './moments.ts'

/** A straight line that outliers do not turn. */
export type SensSlope = {
  /** Change a step of time; NaN with fewer than two known values. */
  readonly slope: number
  /** At step 0. */
  readonly intercept: number
}

/**
 * Median slope of all pairs, on the steps at which the values were taken: a gap in the series stays
 * a gap. Missing values (NaN) leave.
 *
 * @source P. K. Sen, J. Am. Statist. Ass. 63 (1968); reference 02-spacetime/mann_kendall.json.
 */
export function sensSlope(series: ArrayLike<number>): SensSlope {
  const steps = stepsOf(series)
  const slope = medianOf(slopesOf(series, steps))
  return { slope, intercept: medianOf(series) - medianOf(steps) * slope }
}

/**
 * Median slope of all pairs of the same season, a year: a season apart from itself, not from others.
 * NaN where no season has two known values.
 *
 * @param periodSteps steps a year; 12 for months.
 * @source R. M. Hirsch, J. R. Slack, R. A. Smith, Water Resources Research 18 (1982).
 */
export function seasonalSensSlope(series: ArrayLike<number>, periodSteps = 12): number {
  const slopes: number[] = []
  const steps = stepsOf(series)
  for (let season = 0; season < periodSteps; season++) {
    const own = steps.filter((step) => step % periodSteps === season)
    for (const slope of slopesOf(series, own)) slopes.push(slope * periodSteps)
  }
  return medianOf(slopes)
}

function stepsOf(series: ArrayLike<number>): number[] {
  return Array.from({ length: series.length }, (_, step) => step).filter(
    (step) => !Number.isNaN(series[step]!),
  )
}

function slopesOf(series: ArrayLike<number>, steps: readonly number[]): Float64Array {
  const slopes = new Float64Array((steps.length * (steps.length - 1)) / 2)
  let count = 0
  for (let j = 1; j < steps.length; j++) {
    for (let i = 0; i < j; i++) {
      const rise = series[steps[j]!]! - series[steps[i]!]!
      slopes[count++] = rise / (steps[j]! - steps[i]!)
    }
  }
  return slopes
}
