import { poissonQuantile } from '../statistics/counts.ts'
import type { Forecast } from './scores.ts'

/**
 * Says what the step after a history may bring; null where the history is too short for it.
 *
 * @param history counts by step in order of time; NaN not known.
 * @param periodSteps steps a year.
 */
export type Forecaster = (history: readonly number[], periodSteps: number) => Forecast | null

/** What anybody could say without a model: a forecast that is no better is not to be shown. */
export const FORECAST_BASELINES: Readonly<Record<string, Forecaster>> = {
  lastStep: (history) => aroundCount(history.at(-1)),
  sameSeason: (history, periodSteps) => aroundCount(history.at(-periodSteps)),
  longRunMean: (history) => {
    const known = knownOf(history)
    const sum = known.reduce((total, count) => total + count, 0)
    return known.length > 0 ? aroundCount(sum / known.length) : null
  },
  allHistory: (history) => {
    const known = knownOf(history)
    return known.length > 0 ? known : null
  },
}

const SAMPLE_COUNT = 100

/** Counts that a Poisson distribution about one count gives, at even steps of probability. */
export function aroundCount(mean: number | undefined): Forecast | null {
  if (mean === undefined || Number.isNaN(mean)) return null
  return Float64Array.from({ length: SAMPLE_COUNT }, (_, i) =>
    mean > 0 ? poissonQuantile((i + 0.5) / SAMPLE_COUNT, mean) : 0,
  )
}

function knownOf(history: readonly number[]): number[] {
  return history.filter((count) => !Number.isNaN(count))
}
