import type { RawValue } from '../../raw-table.ts'
import { cleanText, folded, shortened } from './clean-text.ts'
import { monthNumber } from './month-names.ts'
import { isMissing } from './read-number.ts'

/** When something happened; `errorDays` is how far off the instant may be where only a month or year is told. */
export type DateReading =
  | {
      readonly epochMinutes: number
      readonly errorDays: number
      readonly isUnlikely: boolean
      /** Its year has two digits, and the century was taken for it. */
      readonly isShortYear?: true
      /** The day, month or year that it names, up to the next; left out: a time of day is told. */
      readonly span?: DaySpan
    }
  | { readonly code: string; readonly why: string }

/** Whole days by the clock of Greenwich, half-open, in minutes since 1970. */
export type DaySpan = { readonly fromEpochMinutes: number; readonly toEpochMinutes: number }

type Instant = Extract<DateReading, { readonly epochMinutes: number }>

/** How a column writes numbers with slashes; unknown where nothing in it settles that. */
export type DateOrder = 'dayFirst' | 'monthFirst' | 'unknown'

type Parts = {
  readonly year: number
  /** Two digits: the century is to be found. */
  readonly isShortYear: boolean
  readonly month: number
  readonly day: number
  readonly time: string
}

const DAY_MINUTES = 1440
const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(.*))?$/
const NUMBERS = /^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4}|\d{2})(?:[T ]+(.*))?$/
const NAMED =
  /^(\d{1,2})(?:er|st|nd|rd|th|[ºª])?[-., ]*(?:de +|d['’]|of +)?(\p{L}{2,}(?: \p{L}{4,})??)\.?[-., ]*(?:de +|del +|of +)?(\d{4}|\d{2})(?:[T, ]+(.*))?$/iu
const NAMED_FIRST =
  /^(\p{L}{2,}(?: \p{L}{4,})??)\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})(?:[T, ]+(.*))?$/iu
/** Day, hours and minutes, the letter of the zone, month and year: 151430ZMAR12. */
const GROUP = /^(\d{2})(\d{2})(\d{2}) ?([A-Z]) ?(\p{L}{3}) ?(\d{4}|\d{2})$/iu
const TIME =
  /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap]\.?m\.?)?\s*(Z|UTC|GMT|(?:UTC|GMT)?[-+]\d{2}:?\d{2})?$/i
const WEEKDAY =
  /^(mon(day)?|tue(s|sday)?|wed(nesday)?|thu(rs|rsday)?|fri(day)?|sat(urday)?|sun(day)?|lun(di|es)?|mar(di|tes)?|mer(credi)?|mie(rcoles)?|jeu(di)?|jue(ves)?|ven(dredi)?|vie(rnes)?|sam(edi)?|sab(ado)?|dim(anche)?|dom(ingo)?)$/
/** The last year that two digits may mean where nobody says which year it is. */
const LAST_SHORT_YEAR = 2035
const FIRST_YEAR = 100

/**
 * Reads a date, whatever the machine's language: with the day before the month unless the order says
 * otherwise. Where the order is unknown a date that can be read both ways is not read. An Excel day
 * number counts from 1900; a month or a year alone gives its middle and says how wide it is. Digits may be
 * Arabic, months named in five languages; a date-time group is read with the letter of its zone.
 *
 * @param lastShortYear the last year that two digits may mean; 60 is then 1960 if 2060 lies after it.
 * @param isSerialColumn whether bare numbers in this column are Excel day numbers; see `habitOf`.
 */
export function readDate(
  value: RawValue,
  isSerialColumn = false,
  order: DateOrder = 'dayFirst',
  lastShortYear = LAST_SHORT_YEAR,
): DateReading {
  if (isMissing(value)) return { code: 'date-missing', why: 'it has no date' }
  const text = dateText(value)
  if (isSerialColumn && /^[-+]?\d+(\.\d+)?$/.test(text)) return serial(Number(text), text)
  const vague = monthOrYear(text)
  if (vague) return vague
  if (order === 'unknown' && bothWays(text)) {
    return {
      code: 'date-ambiguous',
      why: `"${text}" can be read with the day or with the month first; say which`,
    }
  }
  const parts = partsOf(text, order) ?? partsOf(withoutWeekday(text), order)
  if (parts === 'ambiguous') {
    return {
      code: 'date-ambiguous',
      why: `"${text}" can be read in several ways; write the year with four digits`,
    }
  }
  return parts ? instant(parts, text, order, lastShortYear) : unreadable(text)
}

function unreadable(text: string): DateReading {
  const why = `"${shortened(text)}" is no date that can be read; write it like 2012-03-15 or 15 Mar 2012`
  return { code: 'date-unreadable', why }
}

/** The text of a cell, cleaned, with digits as they are counted with here. */
export function dateText(value: RawValue): string {
  const text = cleanText(value)
  return ARABIC_DIGIT.test(text)
    ? text.replace(ARABIC_DIGITS, (digit) => String(digit.charCodeAt(0) % 16))
    : text
}

const ARABIC_DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/
const ARABIC_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g

function withoutWeekday(text: string): string {
  const [all = '', word = ''] = /^(\p{L}{3,})\.?,? +/u.exec(text) ?? []
  return WEEKDAY.test(folded(word)) ? text.slice(all.length) : text
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
    return mark === '.' ? parts(year, month, day, time) : 'ambiguous'
  }
  const group = GROUP.exec(text)
  if (group) {
    const [, day, hour, minute, zone, month = '', year] = group
    return { ...parts(year, '', day, `${hour}:${minute}${zone}`), month: monthNumber(month) }
  }
  const named = NAMED.exec(text)
  if (named) {
    const [, day, month = '', year, time] = named
    return { ...parts(year, '', day, time), month: monthNumber(month) }
  }
  const namedFirst = NAMED_FIRST.exec(text)
  if (!namedFirst) return null
  const [, month = '', day, year, time] = namedFirst
  const number = monthNumber(month)
  return Number.isNaN(number) ? null : { ...parts(year, '', day, time), month: number }
}

function parts(year = '', month = '', day = '', time = ''): Parts {
  return {
    year: Number(year),
    isShortYear: year.length === 2,
    month: Number(month),
    day: Number(day),
    time,
  }
}

function instant(
  { year: stated, isShortYear, month, day, time }: Parts,
  text: string,
  order: DateOrder,
  lastShortYear: number,
): DateReading {
  const fail = (why: string) => ({ code: 'date-impossible', why: `"${shortened(text)}": ${why}` })
  if (Number.isNaN(month)) return unreadable(text)
  if (month < 1 || month > 12) return fail(`there is no month ${month}; ${USUAL_ORDER[order]}`)
  const year = isShortYear ? stated + (2000 + stated > lastShortYear ? 1900 : 2000) : stated
  if (year < FIRST_YEAR) return fail('write the year with its century')
  const dayCount = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (day < 1 || day > dayCount) return fail('there is no such day')
  const minutes = minutesOfDay(time)
  if (minutes === 'local') return fail('J is local time; write the letter of its zone, such as Z')
  if (minutes === null) return fail('there is no such time of day')
  const midnight = Date.UTC(year, month - 1, day) / 60_000
  const read = time === '' ? wholeDay(midnight) : found(midnight + minutes, 0)
  return isShortYear ? { ...read, isShortYear: true } : read
}

const USUAL_ORDER: Readonly<Record<DateOrder, string>> = {
  dayFirst: 'days come before months here',
  monthFirst: 'months come before days here',
  unknown: 'days come before months here',
}

/** Minutes after midnight UTC; null if there is no such time, "local" where the zone is not told. */
function minutesOfDay(time: string): number | 'local' | null {
  if (time === '') return 0
  const match = TIME.exec(time)
  if (!match) return zonedMinutes(time)
  const [, hour, minute, second, half, zone] = match
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null
  const clockHour = half ? hourOf(Number(hour), half) : Number(hour)
  if (clockHour === null) return null
  const offset = /([-+])(\d{2}):?(\d{2})/.exec(zone ?? '')
  const offsetMinutes = offset ? Number(offset[2]) * 60 + Number(offset[3]) : 0
  const sign = offset?.[1] === '-' ? -1 : 1
  return clockHour * 60 + Number(minute) + Number(second ?? 0) / 60 - sign * offsetMinutes
}

/** 12 a.m. is midnight, 12 p.m. noon; there is no hour 0 or 13. */
function hourOf(hour: number, half: string): number | null {
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0)
}

/** A to M lie 1 to 12 hours before Greenwich by the clock, N to Y behind it; J is wherever one is. */
function zonedMinutes(time: string): number | 'local' | null {
  const [, clock = '', letter = ''] = /^(\d{1,2}:\d{2}(?::\d{2})?) ?([A-Y])$/i.exec(time) ?? []
  if (letter === '') return null
  if (/j/i.test(letter)) return 'local'
  const minutes = minutesOfDay(clock)
  const place = 'ABCDEFGHIKLM'.indexOf(letter.toUpperCase())
  const hours = place >= 0 ? place + 1 : -('NOPQRSTUVWXY'.indexOf(letter.toUpperCase()) + 1)
  return typeof minutes === 'number' ? minutes - 60 * hours : minutes
}

/**
 * Minutes after midnight of a cell that holds a time of day alone: "14:30", "2:30 PM", or the share of a
 * day that Excel keeps; before 0 or after 1440 where its zone leads to another day. Null if it is none.
 */
export function readTimeOfDay(value: RawValue): number | null {
  if (typeof value === 'number')
    return value >= 0 && value < 1 ? Math.round(value * DAY_MINUTES) : null
  const text = dateText(value)
  if (/^0?\.\d+$/.test(text)) return Math.round(Number(text) * DAY_MINUTES)
  const minutes = text === '' ? null : minutesOfDay(text)
  return typeof minutes === 'number' ? minutes : null
}

function monthOrYear(text: string): DateReading | null {
  const match = /^(\d{4})(?:\.0+)?(?:[-/](\d{1,2}))?$/.exec(text)
  if (!match) return null
  const year = Number(match[1])
  if (year < FIRST_YEAR) {
    return { code: 'date-impossible', why: `"${text}": write the year with its century` }
  }
  const month = match[2] === undefined ? null : Number(match[2])
  if (month !== null && (month < 1 || month > 12)) {
    return { code: 'date-impossible', why: `"${text}": there is no month ${month}` }
  }
  const from = Date.UTC(year, (month ?? 1) - 1, 1)
  const to = Date.UTC(year, month ?? 12, 1)
  const midDay = Math.floor((from + to) / 2 / 86_400_000)
  const span = { fromEpochMinutes: from / 60_000, toEpochMinutes: to / 60_000 }
  return { ...found(midDay * DAY_MINUTES, Math.ceil((to - from) / 2 / 86_400_000)), span }
}

/** Excel's first of March 1900 is day 61: its calendar has a 29 February 1900 that never was. */
function serial(days: number, text: string): DateReading {
  const fail = (why: string) => ({ code: 'date-impossible', why: `"${text}" ${why}` })
  if (days < 1 || days >= 2_958_466) return fail('lies outside the days that Excel counts')
  if (Math.floor(days) === 60) return fail('is 29 February 1900, which never was')
  const epochDays = days - (days > 60 ? 25_569 : 25_568)
  const epochMinutes = Math.round(epochDays * DAY_MINUTES)
  return Number.isInteger(days) ? wholeDay(epochMinutes) : found(epochMinutes, 0)
}

function wholeDay(epochMinutes: number): Instant {
  const span = { fromEpochMinutes: epochMinutes, toEpochMinutes: epochMinutes + DAY_MINUTES }
  return { ...found(epochMinutes, 0), span }
}

function found(epochMinutes: number, errorDays: number): Instant {
  const year = new Date(epochMinutes * 60_000).getUTCFullYear()
  return { epochMinutes, errorDays, isUnlikely: year < 1945 || year > 2100 }
}
