/** Day number of 1 January 1970. */
const EPOCH_DAYS = 25_569
const DAY_MILLISECONDS = 86_400_000
/** Before it Excel counts a 29 February 1900 that never was. */
const FIRST_DAYS = 61
/** 1 January 10000, which Excel has no more. */
const END_DAYS = 2_958_466

/**
 * The number of days that stands for an instant in a cell of Excel, which knows no time zone: it shows
 * UTC. Null: Excel cannot hold it, or not to the second.
 */
export function dayNumberOf(instantAt: string): number | null {
  const milliseconds = Date.parse(instantAt)
  const days = milliseconds / DAY_MILLISECONDS + EPOCH_DAYS
  const isHeld = milliseconds % 1000 === 0 && days >= FIRST_DAYS && days < END_DAYS
  return isHeld ? days : null
}

/** ISO text of a number of days since 1900, with the time where there is one; null if it is no date. */
export function textOfDayNumber(days: number): string | null {
  if (days < FIRST_DAYS || days >= END_DAYS) return null
  const seconds = Math.round((days - EPOCH_DAYS) * 86_400)
  const iso = new Date(seconds * 1000).toISOString()
  if (days % 1 === 0) return iso.slice(0, 10)
  return `${iso.slice(0, seconds % 60 === 0 ? 16 : 19)}Z`
}
