import type { RawValue } from '../../raw-table.ts'
import { cleanText } from './clean-text.ts'

/** The year from which Excel counts days; 1904 in workbooks that come from old Macintosh. */
export type DayNumbersFrom = 1900 | 1904

/** The same day has a number larger by so many where it is counted from 1900. */
const BETWEEN_DAYS = 1462
/** A bare number of five digits is an Excel day between 1927 and 2173. */
const FIVE_DIGITS = /^\d{5}(\.\d+)?$/
const BARE_NUMBER = /^\d+(\.\d+)?$/

/** Whether a cell is an Excel day even among dates that are written out. */
export function isDayNumber(value: RawValue): boolean {
  return FIVE_DIGITS.test(cleanText(value))
}

/** A day number as it is counted from 1900; anything else stays as it is. */
export function countedFrom1900(value: RawValue, from: DayNumbersFrom): RawValue {
  if (from === 1900) return value
  const text = cleanText(value)
  return BARE_NUMBER.test(text) ? Number(text) + BETWEEN_DAYS : value
}
