/** What became of a cell over time; the place in the list is the code. */
export const EMERGING_CLASSES = [
  'noPattern',
  'newHot',
  'consecutiveHot',
  'intensifyingHot',
  'persistentHot',
  'diminishingHot',
  'sporadicHot',
  'oscillatingHot',
  'historicalHot',
  'newCold',
  'consecutiveCold',
  'intensifyingCold',
  'persistentCold',
  'diminishingCold',
  'sporadicCold',
  'oscillatingCold',
  'historicalCold',
] as const

export type EmergingClass = (typeof EMERGING_CLASSES)[number]

type Pattern =
  | 'new'
  | 'consecutive'
  | 'intensifying'
  | 'persistent'
  | 'diminishing'
  | 'sporadic'
  | 'oscillating'
  | 'historical'

/**
 * The class of one cell. What the final step is goes first: a cell that was hot for years and is
 * cold now for the first time is new cold, not historical hot.
 *
 * @param bins a step each, in order of time: 1 hot, −1 cold, 0 neither.
 * @param trend 1 or −1 where the series of z rises or falls beyond chance, else 0.
 * @source analysis.md §4.6, after Esri’s emerging hot spots (not checked against its tool); reference
 *   02-spacetime/emerging_hot_spot_categories.json, 14 cases.
 */
export function emergingClass(bins: ArrayLike<number>, trend: number): EmergingClass {
  const final = bins[bins.length - 1] ?? 0
  if (final > 0) return `${patternOf(bins, 1, trend)}Hot`
  if (final < 0) return `${patternOf(bins, -1, -trend)}Cold`
  if (isNearlyAlways(bins, 1)) return 'historicalHot'
  return isNearlyAlways(bins, -1) ? 'historicalCold' : 'noPattern'
}

/** Of a cell whose final step is on this side; `trend` is 1 where it goes further to it. */
function patternOf(bins: ArrayLike<number>, side: 1 | -1, trend: number): Pattern {
  if (isNearlyAlways(bins, side)) {
    if (trend === 0) return 'persistent'
    return trend > 0 ? 'intensifying' : 'diminishing'
  }
  let runStart = bins.length - 1
  while (runStart > 0 && bins[runStart - 1] === side) runStart--
  if (countOf(bins, side) === bins.length - runStart) {
    return runStart === bins.length - 1 ? 'new' : 'consecutive'
  }
  return countOf(bins, -side) > 0 ? 'oscillating' : 'sporadic'
}

/** At nine steps of ten, or more. */
function isNearlyAlways(bins: ArrayLike<number>, side: number): boolean {
  return bins.length > 0 && 10 * countOf(bins, side) >= 9 * bins.length
}

function countOf(bins: ArrayLike<number>, side: number): number {
  let count = 0
  for (let step = 0; step < bins.length; step++) if (bins[step] === side) count++
  return count
}
