import { LEAST_CELL_COUNT } from '#core/disclosure-limits.ts'
import { decimal, grouped, NOTHING, peopleShown } from '#core/figures.ts'

/** A number of people; a group too small to be shown says only that (analysis.md §9). */
export function peopleWords(count: number): string {
  if (count > 0 && Math.round(count) < LEAST_CELL_COUNT) return `under ${LEAST_CELL_COUNT}`
  const { value, unit } = peopleShown(count)
  return unit ? `${value} ${unit}` : value
}

/** A share as per cent with its sign; one that is not nothing never reads 0 %, nor one that is not all 100 %. */
export function shareWords(share: number): string {
  if (!Number.isFinite(share)) return NOTHING
  if (share > 0 && share < 0.005) return 'under 1 %'
  if (share < 1 && share >= 0.995) return 'over 99 %'
  return `${decimal(100 * share, 0)} %`
}

/** Whole days; NaN: never. */
export function daysWords(days: number): string {
  return Number.isNaN(days) ? 'never' : `${grouped(days)} d`
}

/** The text as a sentence begins. */
export function asStart(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
