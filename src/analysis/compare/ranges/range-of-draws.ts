/** What is left out on either side: a range holds the middle nine tenths of the draws. */
const TAIL_SHARE = 0.05

/** 5 and 95 % of some draws, as many of them below as above; NaN where there are none, or some are. */
export function rangeOfDraws(draws: readonly number[]): readonly [low: number, high: number] {
  if (draws.length === 0 || draws.some(Number.isNaN)) return [Number.NaN, Number.NaN]
  const sorted = [...draws].sort((a, b) => a - b)
  const below = Math.floor(TAIL_SHARE * (sorted.length - 1))
  return [sorted[below]!, sorted[sorted.length - 1 - below]!]
}
