import type { Restriction } from '#core/records/restriction.ts'
import { isWithin } from '#core/time/instant.ts'

type Validity = Pick<Restriction, 'validFrom' | 'validTo' | 'months' | 'hours'>

const MINUTES_PER_DAY = 1440

/**
 * Whether a restriction holds at an instant: within its dates, in one of its months and within its
 * hours, both local.
 */
export function isInForce(
  { validFrom, validTo, months, hours }: Validity,
  epochMinutes: number,
  utcOffsetMinutes: number,
): boolean {
  if (!isWithin(epochMinutes, validFrom, validTo)) return false
  const local = epochMinutes + utcOffsetMinutes
  const month = new Date(local * 60_000).getUTCMonth() + 1
  if (months !== null && !months.includes(month)) return false
  if (hours === null) return true
  const minute = ((local % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY
  const { fromMinute, toMinute } = hours
  return fromMinute < toMinute
    ? minute >= fromMinute && minute < toMinute
    : minute >= fromMinute || minute < toMinute
}
