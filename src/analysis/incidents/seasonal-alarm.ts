import { overdispersedQuantile, poissonQuantile } from '../statistics/counts.ts'
import { type PoissonFit, poissonRegression } from '../statistics/poisson-regression.ts'
import { type Alarm, alarmOf } from './alarm.ts'

/** With incidents in fewer steps than this a wave and a trend fit anything. A working value. */
export const LEAST_MODEL_STEPS = 8

/** What is usual at each time of the year, and where it is going; log μ as in `seasonalModel`. */
export type SeasonalModel = PoissonFit & { readonly periodSteps: number }

/**
 * Fits counts by step with a trend and one wave a year: log μ = β₀ + β₁·t/T + β₂·sin(2πt/T) +
 * β₃·cos(2πt/T), t = 1 for the first step.
 *
 * @param counts one a step in order of time; NaN where nobody counted: that step leaves.
 * @param periodSteps T, steps a year; 12 for months.
 * @returns null with fewer known steps than two years have, or incidents in fewer than eight of them:
 *   then `rateRatio` over longer times is what can be said.
 * @source analysis.md §4.9; reference 02-spacetime/monthly_counts_alarm_trend.json, `poisson_glm`.
 */
export function seasonalModel(counts: ArrayLike<number>, periodSteps = 12): SeasonalModel | null {
  const known = Array.from(counts, (_, step) => step).filter((step) => !Number.isNaN(counts[step]!))
  const heldCount = known.filter((step) => counts[step]! > 0).length
  if (known.length < 2 * periodSteps || heldCount < LEAST_MODEL_STEPS) return null
  const fit = poissonRegression(
    known.map((step) => designOf(step, periodSteps)),
    known.map((step) => counts[step]!),
  )
  return fit && { ...fit, periodSteps }
}

/** What the model expects of a step, also of one to come; 0 is the first step it was fitted to. */
export function expectedCount(
  { coefficients, periodSteps }: Pick<SeasonalModel, 'coefficients' | 'periodSteps'>,
  step: number,
): number {
  const row = designOf(step, periodSteps)
  return Math.exp(row.reduce((sum, value, c) => sum + value * coefficients[c]!, 0))
}

export type SeasonalAlarmOptions = {
  /** The model is fitted to the steps before this one and looks at the others. */
  readonly fromStep: number
  /** 12 unless told. */
  readonly periodSteps?: number
  /** 0.99 unless told. */
  readonly level?: number
  /** Fewer alarm nobody; `LEAST_ALARM_COUNT` unless told. */
  readonly leastCount?: number
}

/**
 * Alarms of the steps from one on, against the years before it: a count above the 99 % bound of
 * what the model expects. Where the counts vary more than Poisson the bound is that of a negative
 * binomial with their dispersion. How sure the model is of itself is not in the bound.
 *
 * @returns null where no model can be fitted (see `seasonalModel`).
 * @source analysis.md §4.9; the same reference, `poisson_glm_fit36_forecast37_48`.
 */
export function seasonalAlarms(
  counts: ArrayLike<number>,
  { fromStep, periodSteps = 12, level = 0.99, leastCount }: SeasonalAlarmOptions,
): Alarm[] | null {
  const series = Array.from(counts)
  const model = seasonalModel(series.slice(0, fromStep), periodSteps)
  if (!model) return null
  return series.slice(fromStep).map((count, i) => {
    const step = fromStep + i
    const mean = expectedCount(model, step)
    const upperCount =
      model.dispersion > 1
        ? overdispersedQuantile(level, mean, model.dispersion)
        : poissonQuantile(level, mean)
    return alarmOf({ step, count, expectedCount: mean, upperCount }, leastCount)
  })
}

function designOf(step: number, periodSteps: number): number[] {
  const years = (step + 1) / periodSteps
  return [1, years, Math.sin(2 * Math.PI * years), Math.cos(2 * Math.PI * years)]
}
