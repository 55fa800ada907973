import type { Restriction } from '#core/records/restriction.ts'
import { isWithin } from '#core/time/instant.ts'

/** Whether a restriction holds at an instant: within its dates, and in one of its months (UTC). */
export function isInForce(
  { validFrom, validTo, months }: Pick<Restriction, 'validFrom' | 'validTo' | 'months'>,
  epochMinutes: number,
): boolean {
  if (!isWithin(epochMinutes, validFrom, validTo)) return false
  return months === null || months.includes(new Date(epochMinutes * 60_000).getUTCMonth() + 1)
}
