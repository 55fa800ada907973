import type { Operation } from '#core/records/operation.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { isWithin } from '#core/time/instant.ts'

type Validity = Pick<Restriction, 'validFrom' | 'validTo' | 'months' | 'hours'>

/** What tells local time, and which season is supposed. */
export type SeasonClock = Pick<Operation, 'utcOffsetMinutes' | 'season' | 'wetMonths'>

const MINUTES_PER_DAY = 1440

/**
 * Whether a restriction holds at an instant: within its dates, in one of its months and within its
 * hours, both local. A night belongs to the month of its evening. Where a season is chosen that is
 * not that of the month, what recurs holds in it if it does so in any month of that season.
 */
export function isInForce(
  { validFrom, validTo, months, hours }: Validity,
  epochMinutes: number,
  clock: SeasonClock,
): boolean {
  if (!isWithin(epochMinutes, validFrom, validTo)) return false
  const local = epochMinutes + clock.utcOffsetMinutes
  const minute = ((local % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY
  const isOvernight = hours !== null && hours.fromMinute >= hours.toMinute
  const isPastMidnight = isOvernight && minute < hours.toMinute
  const begun = isPastMidnight ? local - MINUTES_PER_DAY : local
  if (months !== null && !holdsInMonth(months, monthAt(begun), clock)) return false
  if (hours === null) return true
  if (isOvernight) return isPastMidnight || minute >= hours.fromMinute
  return minute >= hours.fromMinute && minute < hours.toMinute
}

/** The month, 1 to 12, at an instant of local time. */
export function monthAt(localEpochMinutes: number): number {
  return new Date(localEpochMinutes * 60_000).getUTCMonth() + 1
}

function holdsInMonth(
  months: readonly number[],
  month: number,
  { season, wetMonths }: SeasonClock,
): boolean {
  const isWanted = (each: number) => wetMonths.includes(each) === (season === 'wet')
  if (season === 'byMonth' || isWanted(month)) return months.includes(month)
  return months.some(isWanted)
}
