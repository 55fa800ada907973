import { normalQuantile } from '../statistics/normal-quantile.ts'
import { type Alarm, alarmOf } from './alarm.ts'

export type FarringtonOptions = {
  /** So many years back are looked at; 2 unless told. */
  readonly yearsBack?: number
  /** So many steps before and after the same step of each year; 2 unless told. */
  readonly halfWindowSteps?: number
  /** Steps a year; 12 unless told. */
  readonly periodSteps?: number
  /** Of both sides together; 0.01 unless told. */
  readonly alpha?: number
  /** Fewer alarm nobody; `LEAST_ALARM_COUNT` unless told. */
  readonly leastCount?: number
}

/**
 * Whether a step is above the same season of the years before: their mean, after what stood out in
 * them has been given less weight, and a bound on the scale of the power ⅔. Without a trend.
 *
 * @param counts one a step in order of time; NaN leaves.
 * @returns null where the years before are not all there, or hold nothing.
 * @source C. P. Farrington et al., J. R. Statist. Soc. A 159 (1996), as R surveillance has it;
 *   reference 02-spacetime/monthly_counts_alarm_trend.json.
 */
export function farringtonAlarm(
  counts: ArrayLike<number>,
  step: number,
  options: FarringtonOptions = {},
): Alarm | null {
  const { yearsBack = 2, halfWindowSteps = 2, periodSteps = 12, alpha = 0.01 } = options
  if (step - yearsBack * periodSteps - halfWindowSteps < 0) return null
  const baseline: number[] = []
  for (let year = yearsBack; year >= 1; year--) {
    for (let off = -halfWindowSteps; off <= halfWindowSteps; off++) {
      const count = counts[step - year * periodSteps + off]!
      if (!Number.isNaN(count)) baseline.push(count)
    }
  }
  const plain = meanAndDispersion(
    baseline,
    baseline.map(() => 1),
  )
  if (baseline.length < 3 || !(plain.mean > 0)) return null
  const { mean, dispersion } = meanAndDispersion(baseline, weightsOf(baseline, plain))
  const variance = dispersion + dispersion / baseline.length
  const deviation = Math.sqrt((4 / 9) * Math.cbrt(mean) * variance)
  const bound = (mean ** (2 / 3) + normalQuantile(1 - alpha / 2) * deviation) ** 1.5
  const found = { step, count: counts[step]!, expectedCount: mean, upperCount: bound }
  return alarmOf(found, options.leastCount)
}

type Level = { readonly mean: number; readonly dispersion: number }

/** The dispersion never counts for less than Poisson’s 1. */
function meanAndDispersion(counts: readonly number[], weights: readonly number[]): Level {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const mean = counts.reduce((sum, count, i) => sum + weights[i]! * count, 0) / total
  const squares = counts.reduce((sum, count, i) => sum + weights[i]! * (count - mean) ** 2, 0)
  return { mean, dispersion: Math.max(1, squares / mean / (counts.length - 1)) }
}

/** By the standardised Anscombe residual s: 1/s² where it is above 1, and summing to the count. */
function weightsOf(counts: readonly number[], { mean, dispersion }: Level): number[] {
  const scale = Math.sqrt(dispersion * (1 - 1 / counts.length))
  const raw = counts.map((count) => {
    const residual = (1.5 * (count ** (2 / 3) * mean ** (-1 / 6) - Math.sqrt(mean))) / scale
    return residual > 1 ? residual ** -2 : 1
  })
  const total = raw.reduce((sum, weight) => sum + weight, 0)
  return raw.map((weight) => (weight * counts.length) / total)
}
