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

/** A gap in per cent to one decimal, rounded up: what is said is never better than what is proven. */
export function gapPercent(gapShare: number): string {
  return (Math.ceil(gapShare * 1000) / 10).toFixed(1)
}
