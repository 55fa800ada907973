import { LEAST_CELL_COUNT } from './disclosure-limits.ts'

const NARROW = '\u202f'

/** What stands where a figure cannot be said. */
export const NOTHING = '–'

/** Whole, in groups of three: `12 345`; a real minus. */
export function grouped(value: number): string {
  if (!Number.isFinite(value)) return NOTHING
  const digits = String(Math.abs(Math.round(value))).replace(/\B(?=(\d{3})+$)/g, NARROW)
  return Math.round(value) < 0 ? `−${digits}` : digits
}

/** With so many decimals, grouped, a real minus. */
export function decimal(value: number, decimals = 1): string {
  if (!Number.isFinite(value)) return NOTHING
  const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.')
  const isNegative = value < 0 && Number(Math.abs(value).toFixed(decimals)) !== 0
  const text = whole.replace(/\B(?=(\d{3})+$)/g, NARROW) + (fraction ? `.${fraction}` : '')
  return isNegative ? `−${text}` : text
}

/** With its sign: `+4.3`, `−0.2`, `0`. */
export function signed(value: number, decimals = 0): string {
  if (!Number.isFinite(value)) return NOTHING
  const text = decimal(value, decimals)
  return /[1-9]/.test(text) && value > 0 ? `+${text}` : text
}

/** A share as a number of per cent, without the sign. */
export function percent(share: number, decimals = 0): string {
  return decimal(100 * share, decimals)
}

/** A share in per cent for a field: as exact as it was typed, without the last bits of a product. */
export function perCentOf(share: number): number {
  return Math.round(1e6 * share) / 1e4
}

/** A figure with its unit apart, so that the unit can be drawn lighter. */
export type Shown = { readonly value: string; readonly unit: string }

/** People in at most four figures: `940`, `8 120`, `355 k`, `4.38 M`. */
export function peopleShown(count: number): Shown {
  if (!Number.isFinite(count)) return { value: NOTHING, unit: '' }
  const size = Math.abs(count)
  if (size < 10_000) return { value: grouped(count), unit: '' }
  if (size < 999_500) return { value: grouped(count / 1000), unit: 'k' }
  return { value: decimal(count / 1e6, 2), unit: 'M' }
}

/** Keeps a figure and its unit on one line. */
export const TIE = '\u00a0'

/** People in at most four figures, `355 k`; a group too small to be shown says only that (analysis.md §9). */
export function peopleText(count: number): string {
  const { value, unit } = peopleShown(count)
  return fewText(count) ?? (unit ? `${value}${TIE}${unit}` : value)
}

/** The same to the last person, for tables: `355 120`. */
export function peopleInFull(count: number): string {
  return fewText(count) ?? grouped(count)
}

/** `under 5`; null: as many as may be shown, or nobody. */
function fewText(count: number): string | null {
  return count > 0 && Math.round(count) < LEAST_CELL_COUNT ? `under${TIE}${LEAST_CELL_COUNT}` : null
}

/** `45 min`, `2 h 05`, `31 h`. */
export function durationText(minutes: number): string {
  if (!Number.isFinite(minutes)) return NOTHING
  const sign = minutes < 0 ? '−' : ''
  const whole = Math.round(Math.abs(minutes))
  if (whole < 60) return `${sign}${whole} min`
  const hours = Math.floor(whole / 60)
  if (hours >= 24) return `${sign}${Math.round(whole / 60)} h`
  return `${sign}${hours} h ${String(whole % 60).padStart(2, '0')}`
}

/** Money in millions or thousands. */
export function usdShown(usd: number): Shown {
  if (!Number.isFinite(usd)) return { value: NOTHING, unit: '' }
  if (Math.abs(usd) >= 999_500) return { value: decimal(usd / 1e6, 2), unit: 'M$' }
  return Math.abs(usd) >= 1000
    ? { value: grouped(usd / 1000), unit: 'k$' }
    : { value: grouped(usd), unit: '$' }
}

/** `1 move`, `3 moves`, `2 communities`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(count)} ${count === 1 ? noun : plural}`
}

/** The first of some names, and "3 more" for the others. */
export function firstFew(names: readonly string[], count: number): readonly string[] {
  const more = names.length - count
  return more > 0 ? [...names.slice(0, count), `${grouped(more)} more`] : names
}

/** "a", "a and b", "a, b and c". */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? ''
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** `840 m`, `1.24 km`, `12.4 km`, `124 km`: three figures, as far as a great circle is right. */
export function distanceText(metres: number): string {
  if (metres < 999.5) return `${grouped(metres)} m`
  const kilometres = metres / 1000
  if (kilometres < 9.995) return `${decimal(kilometres, 2)} km`
  return kilometres < 99.95 ? `${decimal(kilometres)} km` : `${grouped(kilometres)} km`
}
