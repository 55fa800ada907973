/** A share of draws in words where it must not be rounded away: rare is not never, and nearly always not always. */
export function oftenText(share: number): string {
  if (Number.isNaN(share)) return 'cannot be said'
  if (share === 0) return 'never'
  if (share === 1) return 'always'
  const whole = Math.round(100 * share)
  if (whole === 0) return 'under 1 %'
  return whole === 100 ? 'over 99 %' : `${whole} %`
}
