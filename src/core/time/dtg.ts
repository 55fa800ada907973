import { MONTH_NAMES } from './month-names.ts'
/**
 * Date-time group in Zulu time: `221200Z NOV 26`.
 *
 * @throws RangeError if the instant is not a date.
 */
export function dateTimeGroup(instantAt: string): string {
  const date = new Date(instantAt)
  if (Number.isNaN(date.getTime())) throw new RangeError(`"${instantAt}" is not an instant`)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = two(date.getUTCDate())
  const hours = two(date.getUTCHours())
  const minutes = two(date.getUTCMinutes())
  const year = two(date.getUTCFullYear() % 100)
  return `${day}${hours}${minutes}Z ${MONTH_NAMES[date.getUTCMonth()]} ${year}`
}

const DATE_TIME_GROUP = /^(\d{2})(\d{2})(\d{2})Z?\s*([A-Z]{3})\s*(\d{2}|\d{4})$/

/** The UTC instant of a date-time group in Zulu time, years of two digits from 2000; null if it is none. */
export function instantOfDateTimeGroup(text: string): string | null {
  const found = DATE_TIME_GROUP.exec(text.trim().toUpperCase())
  if (!found) return null
  const [day, hours, minutes] = found.slice(1, 4).map(Number) as [number, number, number]
  const month = MONTH_NAMES.indexOf(found[4]!)
  const year = found[5]!.length === 2 ? 2000 + Number(found[5]) : Number(found[5])
  const date = new Date(Date.UTC(year, month, day, hours, minutes))
  const isReal =
    month >= 0 &&
    hours < 24 &&
    minutes < 60 &&
    date.getUTCDate() === day &&
    date.getUTCMonth() === month
  return isReal ? `${date.toISOString().slice(0, 19)}Z` : null
}
