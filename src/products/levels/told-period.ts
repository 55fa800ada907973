import type { ReleaseLevel } from '#core/records/deck.ts'
import type { Operation } from '#core/records/operation.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { MONTHS_IN_FULL } from '#core/time/month-names.ts'
import { monthOf, monthStart } from '#core/time/months.ts'
import { isOutside } from './levels.ts'

/** Nothing younger than this leaves above its level; see `formats/export/clear-for.ts`. */
export const DELAY_MINUTES = 72 * 60
const DAY_MINUTES = 1440

type ToldFrom = Pick<Operation, 'planningAt' | 'isExercise'> & {
  /** UTC ISO. */
  readonly clockAt: string
  readonly days: number
}

/** From one instant up to, but not at, another. */
export type Period = { readonly from: number; readonly until: number }

/**
 * The period that a product of so many days tells of, up to the planning instant. Outside the staff it
 * ends three days before that or before the clock, whichever is earlier, so that planning for next week
 * tells of no last days; on a whole day, and is as long as it was. An exercise lives in its own time: its
 * clock is its planning instant, whatever the date of the day on which it is played.
 */
export function toldPeriod(
  { planningAt, isExercise, clockAt, days }: ToldFrom,
  level: ReleaseLevel,
): Period {
  const at = epochMinutesOf(planningAt)
  const now = isExercise ? at : Math.min(at, epochMinutesOf(clockAt))
  const until = isOutside(level)
    ? DAY_MINUTES * Math.floor((now - DELAY_MINUTES) / DAY_MINUTES)
    : at
  return { from: until - days * DAY_MINUTES, until }
}

/**
 * The period for which small counts of people are told. The staff has the one that it asked for. Others
 * have the last whole calendar month, whatever was asked for: two reports then never tell of periods
 * that overlap in part. Of one month they may differ by what was entered late, so counts are rounded too.
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
