import { decimal, grouped, NOTHING, TIE } from '#core/figures.ts'

/** A count as a table may print it. All that is hidden looks alike: a mark of its own for small ones would give others away. */
export function shownCount(shown: number | null): string {
  return shown === null ? '…' : grouped(shown)
}

/** A share as per cent with its sign; one that is not nothing never reads 0 %, nor one that is not all 100 %. */
export function shareWords(share: number): string {
  if (!Number.isFinite(share)) return NOTHING
  if (share > 0 && share < 0.005) return `under${TIE}1${TIE}%`
  if (share < 1 && share >= 0.995) return `over${TIE}99${TIE}%`
  return `${decimal(100 * share, 0)}${TIE}%`
}

/** Whole days; NaN: never. */
export function daysWords(days: number): string {
  return Number.isNaN(days) ? 'never' : `${grouped(days)}${TIE}d`
}

/** How long a visit takes to lose half of its weight, in a sentence: `14`, `3.5`. */
export function halfLifeWords(days: number): string {
  return decimal(days, Number.isInteger(days) ? 0 : 1)
}

/** Whole minutes, so that those of a mean and of a tail compare at a glance. */
export function minutesWords(minutes: number): string {
  return Number.isFinite(minutes) ? `${decimal(minutes, 0)}${TIE}min` : NOTHING
}

/** The text as a sentence begins. */
export function asStart(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
