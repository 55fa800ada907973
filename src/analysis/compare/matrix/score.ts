import type { Scale } from '../measures/measure.ts'
import type { BenchmarkStatus, JudgedCriterion } from './matrix.ts'

/** How near to the benchmark still counts as near: a share of it, so that nothing is near to none. */
const NEAR_SHARE = 0.1

/** 0–10 on the scale alone, whatever other courses are worth; beyond an end it is that end. */
export function scoreOf(value: number, { worst, best }: Scale, isHighGood: boolean): number {
  if (worst === best) return (isHighGood ? value >= best : value <= best) ? 10 : 0
  return 10 * Math.min(1, Math.max(0, (value - worst) / (best - worst)))
}

/** Where a value stands to what is good enough; null without a value or a benchmark. */
export function statusOf(
  value: number | null,
  { benchmark, scale, isHighGood }: Pick<JudgedCriterion, 'benchmark' | 'scale' | 'isHighGood'>,
): BenchmarkStatus {
  if (value === null || benchmark === null) return null
  const shortBy = isHighGood ? benchmark - value : value - benchmark
  const rounding = 1e-9 * Math.abs(scale.best - scale.worst)
  if (shortBy <= rounding) return 'meets'
  return shortBy <= NEAR_SHARE * Math.abs(benchmark) + rounding ? 'near' : 'misses'
}
