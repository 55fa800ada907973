/** 12345.6 → "12,346": the same in every browser, whatever its language. */
export function grouped(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** Points or per cent to one decimal; small but not nothing reads "under 0.1". */
export function tenths(value: number): string {
  if (value > 0 && value < 0.05) return 'under 0.1'
  return (Math.round(value * 10) / 10).toFixed(1)
}

/** "2 × Medical team", "Medical team". */
export function unitsOf(count: number, name: string): string {
  return count === 1 ? name : `${count} × ${name}`
}

/**
 * What the gap means. "Proven best." only where the bound has been reached exactly.
 *
 * @param gapShare how much better another laydown could be at most; null: nothing is proven yet.
 */
export function gapSentence(gapShare: number | null): string {
  if (gapShare === null) return 'No bound yet.'
  if (gapShare === 0) return 'Proven best.'
  if (gapShare > 10) return 'No bound of use yet.'
  return `No plan can be more than ${gapPercent(gapShare)} % better.`
}

/** Above this a gap is told in points: a share of what is next to nothing, or less, would say nothing. */
const MOST_SHARE = 0.25

/**
 * What a bound means beside a plan, in per cent of its points, or in points where these are few or
 * below nothing (floors missed and moves have their price).
 */
export function planGapSentence(objective: number, bound: number | null): string {
  if (bound === null) return gapSentence(null)
  if (bound <= objective) return gapSentence(0)
  const share = (bound - objective) / Math.max(objective, 1e-9)
  return objective > 0 && share <= MOST_SHARE
    ? gapSentence(share)
    : `No plan can be worth more than ${gapPoints(objective, bound)} points more.`
}

/** The same as a number to show large. */
export function gapFigure(objective: number, bound: number): { value: string; unit: string } {
  const share = (bound - objective) / Math.max(objective, 1e-9)
  return bound <= objective || (objective > 0 && share <= MOST_SHARE)
    ? { value: gapPercent(Math.max(0, bound - objective) / Math.max(objective, 1e-9)), unit: '%' }
    : { value: gapPoints(objective, bound), unit: 'pts' }
}

function gapPoints(objective: number, bound: number): string {
  return (Math.ceil(10 * (bound - objective)) / 10).toFixed(1)
}

/** A gap in per cent to one decimal, rounded up: what is said is never better than what is proven. */
export function gapPercent(gapShare: number): string {
  return (Math.ceil(gapShare * 1000) / 10).toFixed(1)
}
