import { momentsOf } from './moments.ts'
import { twoSidedP } from './normal-tail.ts'
import { sensSlope } from './sens-slope.ts'

/** Whether a series goes one way more than chance would have it. */
export type MannKendall = {
  /** Pairs that rise less pairs that fall. */
  readonly score: number
  /** Of the score, if time meant nothing; 0 where all values are the same. */
  readonly variance: number
  /** With continuity correction; above 0 rising. 0 where the variance is. */
  readonly z: number
  readonly pValue: number
  /** Score over the number of pairs, −1 to 1; NaN without a pair. */
  readonly tau: number
}

/**
 * Mann–Kendall test of a series in order of time, corrected for ties. Missing values (NaN) leave.
 *
 * @source H. B. Mann, Econometrica 13 (1945); M. G. Kendall, Rank Correlation Methods (1975);
 *   reference 02-spacetime/mann_kendall.json.
 */
export function mannKendall(series: ArrayLike<number>): MannKendall {
  return testOf([knownOf(series)])
}

/**
 * The same for a series with seasons (Hirsch–Slack): each season is compared with itself alone, so
 * that a rainy season is no trend.
 *
 * @param periodSteps steps a year; 12 for months.
 * @source R. M. Hirsch, J. R. Slack, R. A. Smith, Water Resources Research 18 (1982); the same
 *   reference.
 */
export function seasonalMannKendall(series: ArrayLike<number>, periodSteps = 12): MannKendall {
  const seasons = Array.from({ length: periodSteps }, (_, season) =>
    knownOf(Array.from(series).filter((_value, step) => step % periodSteps === season)),
  )
  return testOf(seasons)
}

/**
 * The same for a series whose values hang on those before: the variance grows by the size of the
 * autocorrelation, beyond chance, of the ranks without their trend. It never shrinks: as in
 * pyMannKendall, so that a season of ups and downs makes the test careful and not bold.
 *
 * @param maxLag steps back that are looked at; all unless told.
 * @source K. H. Hamed, A. R. Rao, J. Hydrology 204 (1998); the same reference.
 */
export function hamedRaoMannKendall(
  series: ArrayLike<number>,
  maxLag = Number.POSITIVE_INFINITY,
): MannKendall {
  const plain = mannKendall(series)
  const known = knownOf(series)
  const n = known.length
  if (n < 3 || plain.variance === 0) return plain
  const { slope } = sensSlope(series)
  const ranks = midRanks(known.map((value, i) => value - (i + 1) * slope))
  const { mean, deviation } = momentsOf(ranks)
  if (deviation === 0) return plain
  let sum = 0
  for (let lag = 1; lag < n && lag <= maxLag; lag++) {
    let product = 0
    for (let i = lag; i < n; i++) product += (ranks[i]! - mean) * (ranks[i - lag]! - mean)
    const correlation = product / (n * deviation * deviation)
    const isChance = Math.abs(correlation) <= 1.959963984540054 / Math.sqrt(n)
    if (!isChance) sum += (n - lag) * (n - lag - 1) * (n - lag - 2) * correlation
  }
  const variance = plain.variance * (1 + (2 * Math.abs(sum)) / (n * (n - 1) * (n - 2)))
  return { ...plain, variance, ...zOf(plain.score, variance) }
}

/** Rank of each value, 1 the lowest; equal ones share the mean of their ranks. */
export function midRanks(values: Float64Array): Float64Array {
  const order = [...values.keys()].sort((a, b) => values[a]! - values[b]!)
  const ranks = new Float64Array(values.length)
  for (let first = 0; first < order.length; ) {
    let end = first + 1
    while (end < order.length && values[order[end]!] === values[order[first]!]) end++
    for (let place = first; place < end; place++) ranks[order[place]!] = (first + end + 1) / 2
    first = end
  }
  return ranks
}

function testOf(seasons: readonly Float64Array[]): MannKendall {
  let score = 0
  let variance = 0
  let pairs = 0
  for (const values of seasons) {
    const n = values.length
    pairs += (n * (n - 1)) / 2
    variance += (spreadOf(n) - tiesOf(values)) / 18
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) score += Math.sign(values[j]! - values[i]!)
    }
  }
  return { score, variance, tau: pairs > 0 ? score / pairs : Number.NaN, ...zOf(score, variance) }
}

function zOf(score: number, variance: number) {
  const z = variance > 0 ? (score - Math.sign(score)) / Math.sqrt(variance) : 0
  return { z, pValue: twoSidedP(z) }
}

const spreadOf = (n: number) => n * (n - 1) * (2 * n + 5)

function tiesOf(values: Float64Array): number {
  const sorted = values.toSorted()
  let ties = 0
  for (let first = 0; first < sorted.length; ) {
    let end = first + 1
    while (end < sorted.length && sorted[end] === sorted[first]) end++
    ties += spreadOf(end - first)
    first = end
  }
  return ties
}

function knownOf(series: ArrayLike<number>): Float64Array {
  return Float64Array.from(series).filter((value) => !Number.isNaN(value))
}
