import {
  hamedRaoMannKendall,
  type MannKendall,
  seasonalMannKendall,
} from '../statistics/mann-kendall.ts'
import { seasonalSensSlope, sensSlope } from '../statistics/sens-slope.ts'

/** Fewer known values than this carry no arrow. A working value. */
export const LEAST_TREND_POINTS = 8

/** Where a series is going, and by which test. */
export type SeriesTrend = MannKendall & {
  readonly direction: 'rising' | 'falling' | 'noChangeSeen' | 'tooFew'
  readonly test: 'seasonal' | 'autocorrelated'
  /** Of the values, a step; by seasons where the test is. NaN: too few. */
  readonly slopePerStep: number
}

/**
 * The arrow beside a series of equal steps: from two years on by seasons, and else allowing for what
 * hangs over from step to step.
 *
 * @param series one value a step in order of time; NaN missing.
 * @param periodSteps steps a year, 12 for months; 1 for a series that has no seasons.
 */
export function seriesTrend(series: ArrayLike<number>, periodSteps: number): SeriesTrend {
  const knownCount = Array.from(series).filter((value) => !Number.isNaN(value)).length
  const isSeasonal = periodSteps > 1 && series.length >= 2 * periodSteps
  const test = isSeasonal ? 'seasonal' : 'autocorrelated'
  const found = isSeasonal ? seasonalMannKendall(series, periodSteps) : hamedRaoMannKendall(series)
  const slopePerStep = isSeasonal
    ? seasonalSensSlope(series, periodSteps) / periodSteps
    : sensSlope(series).slope
  return { ...found, test, slopePerStep, direction: directionOf(found, knownCount) }
}

function directionOf({ pValue, score }: MannKendall, knownCount: number) {
  if (knownCount < LEAST_TREND_POINTS) return 'tooFew'
  if (!(pValue < 0.05)) return 'noChangeSeen'
  return score > 0 ? 'rising' : 'falling'
}
