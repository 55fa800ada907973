import type { JudgedCriterion } from '#analysis/compare/matrix/matrix.ts'
import { scoreOf } from '#analysis/compare/matrix/score.ts'
import { decimal } from '#core/figures.ts'

type Scale = JudgedCriterion['scale']

/** What a scale round a benchmark is made from, all in the unit in which it is typed. */
export type Benchmarked = {
  readonly benchmark: number
  /** Of the courses compared. */
  readonly values: readonly number[]
  readonly isHighGood: boolean
  /** What can be at all, such as 0 to everybody; null: not known. */
  readonly within: Scale | null
}

/**
 * A scale on which the benchmark scores 5 and the courses compared lie between 0 and 10, as wide as the
 * one farthest from it; cut at what can be at all. It is a proposal: once taken it no longer follows from
 * which courses are compared. Null: no course has a value.
 */
export function scaleRound({ benchmark, values, isHighGood, within }: Benchmarked): Scale | null {
  if (values.length === 0) return null
  const farthest = Math.max(...values.map((value) => Math.abs(value - benchmark)))
  const half = neat(farthest > 0 ? farthest : 0.1 * Math.abs(benchmark) || 1)
  const [least, most] = within
    ? [Math.min(within.worst, within.best), Math.max(within.worst, within.best)]
    : [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  const low = Math.max(benchmark - half, Math.min(least, benchmark, ...values))
  const high = Math.min(benchmark + half, Math.max(most, benchmark, ...values))
  return isHighGood ? { worst: low, best: high } : { worst: high, best: low }
}

/** Up to two figures, so that ends read well. */
function neat(half: number): number {
  const step = 10 ** (Math.floor(Math.log10(half)) - 1)
  return Number((Math.ceil(half / step - 1e-9) * step).toPrecision(6))
}

type Scored = Pick<JudgedCriterion, 'scale' | 'isHighGood'>

/** `9.8 to 9.9`: what courses score on a scale; null where it scores nothing. */
export function scoresText(values: readonly number[], criterion: Scored): string | null {
  const ends = scoreEnds(values, criterion)
  if (!ends) return null
  const [least, most] = ends.map((score) => decimal(score))
  return least === most ? `${least}` : `${least} to ${most}`
}

/** How far courses are from each other on a scale, in points of ten; 0 where it scores nothing. */
export function spreadOf(values: readonly number[], criterion: Scored): number {
  const [least, most] = scoreEnds(values, criterion) ?? [0, 0]
  return most - least
}

function scoreEnds(values: readonly number[], criterion: Scored): [number, number] | null {
  const scores = values.flatMap((value) => scoreOf(value, criterion) ?? [])
  return scores.length === 0 ? null : [Math.min(...scores), Math.max(...scores)]
}
