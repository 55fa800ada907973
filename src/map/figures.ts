const NARROW = '\u202f'

/** What stands where a figure cannot be said. */
export const NOTHING = '–'

/** Whole, in groups of three: `12 345`; a real minus. */
export function grouped(value: number): string {
  if (!Number.isFinite(value)) return NOTHING
  const digits = String(Math.abs(Math.round(value))).replace(/\B(?=(\d{3})+$)/g, NARROW)
  return Math.round(value) < 0 ? `−${digits}` : digits
}

/** With so many decimals; a real minus. */
export function decimal(value: number, decimals = 1): string {
  if (!Number.isFinite(value)) return NOTHING
  const text = Math.abs(value).toFixed(decimals)
  return value < 0 && Number(text) !== 0 ? `−${text}` : text
}

/** `45 min`, `2 h 05`, `31 h`. */
export function durationText(minutes: number): string {
  if (!Number.isFinite(minutes)) return NOTHING
  const whole = Math.round(Math.abs(minutes))
  const sign = minutes < 0 ? '−' : ''
  if (whole < 60) return `${sign}${whole} min`
  if (whole >= 24 * 60) return `${sign}${Math.round(whole / 60)} h`
  return `${sign}${Math.floor(whole / 60)} h ${String(whole % 60).padStart(2, '0')}`
}
