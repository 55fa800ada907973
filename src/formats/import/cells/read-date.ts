import type { RawValue } from '../../raw-table.ts'
import { cleanText } from './clean-text.ts'
import { isMissing } from './read-number.ts'

/** When something happened; `errorDays` is how far off the instant may be where only a month or year is told. */
export type DateReading =
  | { readonly epochMinutes: number; readonly errorDays: number; readonly isUnlikely: boolean }
  | { readonly code: string; readonly why: string }

/** How a column writes numbers with slashes; unknown where nothing in it settles that. */
export type DateOrder = 'dayFirst' | 'monthFirst' | 'unknown'

type Parts = {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly time: string
}

const MONTHS: readonly RegExp[] = [
  /^(jan|ene)/,
  /^(feb|fev|fév)/,
  /^mar/,
  /^(apr|avr|abr)/,
  /^(may|mai)/,
  /^(jun|juin)/,
  /^(jul|juil)/,
  /^(aug|aou|aoû|ago)/,
  /^(sep|set)/,
  /^(oct|out)/,
  /^nov/,
  /^(dec|déc|dic|dez)/,
]

const DAY_MINUTES = 1440
const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(.*))?$/
const NUMBERS = /^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4}|\d{2})(?:[T ]+(.*))?$/
const NAMED = /^(\d{1,2})[-. ]+(\p{L}{3,})\.?[-., ]+(\d{4})(?:[T ]+(.*))?$/u
const NAMED_FIRST = /^(\p{L}{3,})\.? +(\d{1,2}),? +(\d{4})(?:[T ]+(.*))?$/u
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[-+]\d{2}:?\d{2})?$/i

/**
 * Reads a date, whatever the machine's language: with the day before the month unless the order says
 * otherwise. Where the order is unknown a date that can be read both ways is not read. An Excel day
 * number counts from 1900; a month or a year alone gives its middle and says how wide it is.
 *
 * @param isSerialColumn whether bare numbers in this column are Excel day numbers; see `habitOf`.
 */
export function readDate(
  value: RawValue,
  isSerialColumn = false,
  order: DateOrder = 'dayFirst',
): DateReading {
  if (isMissing(value)) return { code: 'date-missing', why: 'it has no date' }
  const text = cleanText(value)
  if (isSerialColumn && /^[-+]?\d+(\.\d+)?$/.test(text)) return serial(Number(text), text)
  const vague = monthOrYear(text)
  if (vague) return vague
  if (order === 'unknown' && bothWays(text)) {
    return {
      code: 'date-ambiguous',
      why: `"${text}" can be read with the day or with the month first; say which`,
    }
  }
  const parts = partsOf(text, order)
  if (parts === 'ambiguous') {
    return {
      code: 'date-ambiguous',
      why: `"${text}" can be read in several ways; write the year with four digits`,
    }
  }
  return parts
    ? instant(parts, text, order)
    : { code: 'date-unreadable', why: `"${shown(text)}" is no date` }
}

/** Days of the year that a date of numbers and slashes can mean, day first and month first. */
export type BothWays = {
  readonly dayFirst: { readonly day: number; readonly month: number; readonly year: number }
  readonly monthFirst: { readonly day: number; readonly month: number; readonly year: number }
}

/** The two readings of a date that has two; null if there is one, or both are the same day. */
export function bothWays(text: string): BothWays | null {
  const found = slashed(text)
  if (!found || found.first > 12 || found.second > 12 || found.first === found.second) return null
  const { first, second, year } = found
  if (first < 1 || second < 1) return null
  return {
    dayFirst: { day: first, month: second, year },
    monthFirst: { day: second, month: first, year },
  }
}

/** Which order a date of numbers and slashes proves: one number is too large for a month. */
export function provenOrder(text: string): Exclude<DateOrder, 'unknown'> | null {
  const found = slashed(text)
  if (!found) return null
  const { first, second } = found
  if (first > 12 && first <= 31 && second >= 1 && second <= 12) return 'dayFirst'
  return second > 12 && second <= 31 && first >= 1 && first <= 12 ? 'monthFirst' : null
}

/** Dates with points have the day first everywhere. */
function slashed(text: string) {
  const [, first, mark, second, year] = NUMBERS.exec(text) ?? []
  if (year?.length !== 4 || mark === '.') return null
  return { first: Number(first), second: Number(second), year: Number(year) }
}

function partsOf(text: string, order: DateOrder): Parts | 'ambiguous' | null {
  const iso = ISO.exec(text)
  if (iso) return parts(iso[1], iso[2], iso[3], iso[4])
  const numbers = NUMBERS.exec(text)
  if (numbers) {
    const [, first, mark, second, year, time] = numbers
    const isMonthFirst = order === 'monthFirst' && mark !== '.'
    const [day, month] = isMonthFirst ? [second, first] : [first, second]
    if (year?.length === 4) return parts(year, month, day, time)
    return mark === '.' ? parts(`20${year}`, month, day, time) : 'ambiguous'
  }
  const named = NAMED.exec(text)
  if (named) return parts(named[3], monthNumber(named[2]), named[1], named[4])
  const namedFirst = NAMED_FIRST.exec(text)
  return (
    namedFirst && parts(namedFirst[3], monthNumber(namedFirst[1]), namedFirst[2], namedFirst[4])
  )
}

function parts(year?: string, month?: string, day?: string, time = ''): Parts {
  return { year: Number(year), month: Number(month), day: Number(day), time }
}

function monthNumber(name = ''): string {
  return String(MONTHS.findIndex((pattern) => pattern.test(name.toLowerCase())) + 1 || 'NaN')
}

function instant({ year, month, day, time }: Parts, text: string, order: DateOrder): DateReading {
  const fail = (why: string) => ({ code: 'date-impossible', why: `"${shown(text)}": ${why}` })
  if (Number.isNaN(month)) return { code: 'date-unreadable', why: `"${shown(text)}" is no date` }
  if (month < 1 || month > 12) return fail(`there is no month ${month}; ${USUAL_ORDER[order]}`)
  const dayCount = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (year < 1 || day < 1 || day > dayCount) return fail('there is no such day')
  const minutes = minutesOfDay(time)
  if (minutes === null) return fail('there is no such time of day')
  return found(Date.UTC(year, month - 1, day) / 60_000 + minutes, 0)
}

const USUAL_ORDER: Readonly<Record<DateOrder, string>> = {
  dayFirst: 'days come before months here',
  monthFirst: 'months come before days here',
  unknown: 'days come before months here',
}

function minutesOfDay(time: string): number | null {
  if (time === '') return 0
  const match = TIME.exec(time)
  if (!match) return null
  const [, hour, minute, second, zone] = match
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null
  const offset = /([-+])(\d{2}):?(\d{2})/.exec(zone ?? '')
  const offsetMinutes = offset ? Number(offset[2]) * 60 + Number(offset[3]) : 0
  const sign = offset?.[1] === '-' ? -1 : 1
  return Number(hour) * 60 + Number(minute) + Number(second ?? 0) / 60 - sign * offsetMinutes
}

function monthOrYear(text: string): DateReading | null {
  const match = /^(\d{4})(?:\.0+)?(?:[-/](\d{1,2}))?$/.exec(text)
  if (!match) return null
  const year = Number(match[1])
  const month = match[2] === undefined ? null : Number(match[2])
  if (month !== null && (month < 1 || month > 12)) {
    return { code: 'date-impossible', why: `"${text}": there is no month ${month}` }
  }
  const from = Date.UTC(year, (month ?? 1) - 1, 1)
  const to = Date.UTC(year, month ?? 12, 1)
  const midDay = Math.floor((from + to) / 2 / 86_400_000)
  return found(midDay * DAY_MINUTES, Math.ceil((to - from) / 2 / 86_400_000))
}

/** Excel's first of March 1900 is day 61: its calendar has a 29 February 1900 that never was. */
function serial(days: number, text: string): DateReading {
  const fail = (why: string) => ({ code: 'date-impossible', why: `"${text}" ${why}` })
  if (days < 1 || days >= 2_958_466) return fail('lies outside the days that Excel counts')
  if (Math.floor(days) === 60) return fail('is 29 February 1900, which never was')
  const epochDays = days - (days > 60 ? 25_569 : 25_568)
  return found(Math.round(epochDays * DAY_MINUTES), 0)
}

function found(epochMinutes: number, errorDays: number): DateReading {
  const year = new Date(epochMinutes * 60_000).getUTCFullYear()
  return { epochMinutes, errorDays, isUnlikely: year < 1945 || year > 2100 }
}

function shown(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`
}
