import type { ReleaseLevel } from '#core/records/deck.ts'
import { MONTHS_IN_FULL } from '#core/time/month-names.ts'
import { monthOf, monthStart } from '#core/time/months.ts'
import { isOutside } from './levels.ts'

/** Nothing younger than this leaves above its level; see `formats/export/clear-for.ts`. */
const DELAY_MINUTES = 72 * 60
const DAY_MINUTES = 1440

/** From one instant up to, but not at, another. */
export type Period = { readonly from: number; readonly until: number }

/**
 * The period that a product of so many days tells of. Outside the staff it ends three days before and on
 * a whole day, and is as long as it was.
 */
export function toldPeriod(
  { atEpochMinutes, days }: { readonly atEpochMinutes: number; readonly days: number },
  level: ReleaseLevel,
): Period {
  const until = isOutside(level)
    ? DAY_MINUTES * Math.floor((atEpochMinutes - DELAY_MINUTES) / DAY_MINUTES)
    : atEpochMinutes
  return { from: until - days * DAY_MINUTES, until }
}

/**
 * The period for which small counts of people are told. The staff has the one that it asked for. Others
 * have the last whole calendar month, whatever was asked for: two reports then never tell of periods
 * that overlap, so that one cannot be subtracted from the other.
 */
export function digestPeriod({ from, until }: Period, level: ReleaseLevel): Period {
  if (!isOutside(level)) return { from, until }
  const month = monthOf(until - DELAY_MINUTES)
  return { from: monthStart(month - 1), until: monthStart(month) }
}

/** "October 2026" of a calendar month. */
export function monthText(epochMinutes: number): string {
  const month = monthOf(epochMinutes)
  return `${MONTHS_IN_FULL[month % 12]} ${Math.floor(month / 12)}`
}
