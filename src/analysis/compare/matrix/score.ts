import type { BenchmarkStatus, JudgedCriterion } from './matrix.ts'

/** How near to the benchmark still counts as near: a share of it, so that nothing is near to none. */
const NEAR_SHARE = 0.1

type Scaled = Pick<JudgedCriterion, 'scale' | 'isHighGood'>

/** Whether a scale can be scored by: its ends are apart, and run the way that is good. */
export function hasScale({ scale: { worst, best }, isHighGood }: Scaled): boolean {
  return worst !== best && best > worst === isHighGood && Number.isFinite(best - worst)
}

/**
 * 0–10 on the scale alone, whatever other courses are worth; beyond an end it is that end. Null where
 * there is no scale to score by, so that nothing is recommended by it.
 */
export function scoreOf(value: number, criterion: Scaled): number | null {
  if (!hasScale(criterion)) return null
  const { worst, best } = criterion.scale
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
