import type { RawRecord, RawTable, RawValue } from '../raw-table.ts'
import { tagOf, tagSurplus } from '../rows/hxl-tags.ts'
import { cleanLine, cleanText, plainKey } from './cells/clean-text.ts'
import { countedFrom1900, type DayNumbersFrom, isDayNumber } from './cells/day-numbers.ts'
import { type DateOrder, type DateReading, readDate } from './cells/read-date.ts'
import { readCount, readNumber } from './cells/read-number.ts'
import { type FieldHabit, type Habits, habitOf, NO_HABIT } from './habits.ts'
import { dateByValues } from './words/by-values.ts'
import { looseMapping } from './words/loose-match.ts'

/** What a kind looks for in a table. */
export type FieldSpec = {
  /** Ours. */
  readonly field: string
  /** The headings it goes by. */
  readonly aliases: readonly string[]
  /** HXL patterns, the best first. */
  readonly tags?: readonly string[]
  /** What its cells must be, where that can be checked for every kind alike. */
  readonly holds?: 'date' | 'count' | 'number' | 'degrees' | 'scale'
  /** The field, earlier in the list, without which a heading is not read for this one. */
  readonly beside?: string
}

/** Which heading each field is read from; fields that nothing was found for are not in it. */
export type Mapping = ReadonlyMap<string, string>

/** The cells of one field, for reading it of millions of records. */
export type CellReader = {
  readonly cell: (record: RawRecord) => RawValue
  readonly text: (record: RawRecord) => string
  readonly number: (record: RawRecord) => number | null
  readonly count: (record: RawRecord) => number | null
  readonly date: (record: RawRecord) => DateReading
}

/** A table seen through a mapping. */
export type Sheet = {
  readonly table: RawTable
  readonly mapping: Mapping
  readonly has: (field: string) => boolean
  /** The same reader each time; what follows reads one record through it. */
  readonly of: (field: string) => CellReader
  readonly cell: (record: RawRecord, field: string) => RawValue
  readonly text: (record: RawRecord, field: string) => string
  /** In one line of at most 500 characters. */
  readonly line: (record: RawRecord, field: string) => string
  readonly number: (record: RawRecord, field: string) => number | null
  readonly count: (record: RawRecord, field: string) => number | null
  /** How a field is written throughout. */
  readonly habit: (field: string) => FieldHabit
  /** In the order of day and month that holds for the table; bare numbers of a day's size are Excel's. */
  readonly date: (record: RawRecord, field: string) => DateReading
  /** How many of the dates read so far have a year of two digits. */
  readonly shortYears: () => ShortYears
}

/** Dates whose century the file does not say, and the first of them. */
export type ShortYears = {
  readonly count: number
  readonly example: { readonly text: string; readonly epochMinutes: number } | null
}

/** Exports of ours have it, and say by name which column is a date. */
export const OWN_ID = 'cg_id'
/** Many rows have few days; so many are remembered. */
const DATES_KEPT = 20_000

/**
 * Maps fields to headings: first by HXL tags, then by the aliases, the first alias that occurs counting
 * most, then by words within longer headings, and a date by the cells of the only column that holds days. No heading is used for two fields, and one whose tag
 * means a field of the kind is not read for another.
 *
 * @param chosen what a person mapped by hand; it wins, and an empty heading leaves its field out.
 */
export function mappingOf(
  table: RawTable,
  specs: readonly FieldSpec[],
  chosen: Mapping = new Map(),
): Mapping {
  const mapping = new Map([...chosen].filter(([, heading]) => table.headings.includes(heading)))
  const used = new Set(chosen.values())
  const isSettled = (field: string) => mapping.has(field) || chosen.get(field) === ''
  const take = (field: string, heading: string | undefined) => {
    if (heading === undefined || isSettled(field) || used.has(heading)) return
    used.add(heading)
    mapping.set(field, heading)
  }
  const tagged = taggedHeadings(table)
  for (const { field, tags = [] } of specs) {
    if (!isSettled(field)) take(field, byTag(tags, tagged, used))
  }
  const patterns = specs.flatMap(({ tags = [] }) => tags)
  const isSpokenFor = ({ tag }: Tagged) =>
    patterns.some((pattern) => tagSurplus(pattern, tag) !== null)
  const silent = new Set(tagged.filter(isSpokenFor).map(({ heading }) => heading))
  const open = table.headings.filter((heading) => !silent.has(heading))
  const headings = headingsByKey(open, table)
  for (const spec of specs) {
    const { field, beside } = spec
    if (beside !== undefined && !mapping.has(beside)) continue
    const key = keysOf(spec).find((each) => headings.has(each) && !used.has(headings.get(each)!))
    if (key !== undefined) take(field, headings.get(key))
  }
  const left = open.filter((heading) => !used.has(heading))
  const isOpen = ({ field, beside }: FieldSpec) => !isSettled(field) && beside === undefined
  for (const [field, heading] of looseMapping(specs, left, isOpen)) take(field, heading)
  const unread = open.filter((heading) => !used.has(heading))
  const lacking = specs.filter(({ field }) => !mapping.has(field))
  const isOurs = table.headings.includes(OWN_ID)
  if (!isOurs && !mapping.has('year') && !mapping.has('from')) {
    for (const [field, heading] of dateByValues(table, lacking, unread)) take(field, heading)
  }
  return mapping
}

/** Folded once for each field: every table is held against the words of every kind. */
const aliasKeys = new WeakMap<FieldSpec, readonly string[]>()

function keysOf(spec: FieldSpec): readonly string[] {
  const keys = aliasKeys.get(spec) ?? spec.aliases.map(plainKey)
  aliasKeys.set(spec, keys)
  return keys
}

type Tagged = { readonly heading: string; readonly tag: string }

/** Headings with their tag: from a row of tags, or because they are one. */
function taggedHeadings({ headings, tags }: RawTable): Tagged[] {
  return headings.flatMap((heading, index) => {
    const tag = tags?.[index] ?? tagOf(heading)
    return tag === null ? [] : [{ heading, tag }]
  })
}

function byTag(
  patterns: readonly string[],
  tagged: readonly Tagged[],
  used: ReadonlySet<string>,
): string | undefined {
  for (const pattern of patterns) {
    const fitting = tagged
      .filter(({ heading }) => !used.has(heading))
      .map(({ heading, tag }) => ({ heading, surplus: tagSurplus(pattern, tag) }))
      .filter(({ surplus }) => surplus !== null)
      .sort((a, b) => a.surplus! - b.surplus!)
    if (fitting[0]) return fitting[0].heading
  }
  return undefined
}

/** Headings by their key, and by that of their tag's first word where no heading has it. */
function headingsByKey(open: readonly string[], { headings, tags }: RawTable): Map<string, string> {
  const byKey = new Map<string, string>()
  const add = (key: string, heading: string) => {
    if (key !== '' && !byKey.has(key)) byKey.set(key, heading)
  }
  const bare = (text: string) => plainKey(text.replace(/^#/, '').replace(/\+.*/, ''))
  for (const heading of open) {
    add(plainKey(heading), heading)
    add(bare(heading), heading)
  }
  for (const heading of open) add(bare(tags?.[headings.indexOf(heading)] ?? ''), heading)
  return byKey
}

/** How the cells of a table are written, as far as it is known. */
export type Writing = {
  /** Left out: the day comes first. */
  readonly order?: DateOrder
  /** Left out: the table itself is looked at. */
  readonly habits?: Habits
  /** Left out: bare day numbers count from 1900. */
  readonly dayNumbersFrom?: DayNumbersFrom
  /** The last year that a year of two digits may mean. */
  readonly lastShortYear?: number
}

/**
 * The table through a mapping, as it is written. It reads records of later pieces of the same file too.
 */
export function sheetOf(table: RawTable, mapping: Mapping, writing: Writing = {}): Sheet {
  const { order = 'dayFirst', habits, dayNumbersFrom = 1900, lastShortYear } = writing
  const shortYears: { count: number; example: ShortYears['example'] } = { count: 0, example: null }
  const readers = new Map<string, CellReader>()
  const of = (field: string): CellReader => {
    const known = readers.get(field)
    if (known) return known
    const index = table.headings.indexOf(mapping.get(field) ?? '')
    const made = cellReader(index < 0 ? null : index, {
      isSerial: () => habit(field).isSerial,
      order,
      dayNumbersFrom,
      lastShortYear,
      tellShortYear: (text, epochMinutes) => {
        shortYears.count++
        shortYears.example ??= { text, epochMinutes }
      },
    })
    readers.set(field, made)
    return made
  }
  const seen = new Map<string, FieldHabit>()
  const habit = (field: string): FieldHabit => {
    const known = habits ? (habits.get(field) ?? NO_HABIT) : seen.get(field)
    if (known) return known
    const found = habitOf(table.records.map(of(field).cell))
    seen.set(field, found)
    return found
  }
  return {
    table,
    mapping,
    has: (field) => mapping.has(field),
    of,
    habit,
    cell: (record, field) => of(field).cell(record),
    text: (record, field) => of(field).text(record),
    line: (record, field) => cleanLine(of(field).cell(record)),
    number: (record, field) => of(field).number(record),
    count: (record, field) => of(field).count(record),
    date: (record, field) => of(field).date(record),
    shortYears: () => shortYears,
  }
}

/** How the dates of a field are read. */
type DateWay = {
  readonly isSerial: () => boolean
  readonly order: DateOrder
  readonly dayNumbersFrom: DayNumbersFrom
  readonly lastShortYear: number | undefined
  readonly tellShortYear: (text: string, epochMinutes: number) => void
}

/** @param index of the column; null: no column has the field, and every cell is empty. */
function cellReader(index: number | null, way: DateWay): CellReader {
  const cell = (record: RawRecord) => (index === null ? null : (record.cells[index] ?? null))
  const dates = new Map<string, DateReading>()
  return {
    cell,
    text: (record) => {
      const value = cell(record)
      return value === null ? '' : cleanText(value)
    },
    number: (record) => {
      const value = cell(record)
      if (value === null) return null
      const number = readNumber(value, true)
      return typeof number === 'number' && Number.isFinite(number) ? number : null
    },
    count: (record) => {
      const value = cell(record)
      return value === null ? null : readCount(value)
    },
    date: (record) => {
      const value = cell(record)
      const known = typeof value === 'string' ? dates.get(value) : undefined
      if (known) return known
      const isSerial = way.isSerial() || isDayNumber(value)
      const counted = isSerial ? countedFrom1900(value, way.dayNumbersFrom) : value
      const read = readDate(counted, isSerial, way.order, way.lastShortYear)
      if (!('code' in read) && read.isShortYear)
        way.tellShortYear(cleanText(value), read.epochMinutes)
      else if (typeof value === 'string' && dates.size < DATES_KEPT) dates.set(value, read)
      return read
    },
  }
}
