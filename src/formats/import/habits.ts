import type { RawRecord, RawValue } from '../raw-table.ts'
import { cleanText } from './cells/clean-text.ts'
import { isMissing } from './cells/read-number.ts'
import { type DateHabit, dateOrderTally } from './date-order.ts'
import { type DayNumberHabit, dayNumberTally } from './day-number-question.ts'
import type { Answers } from './question.ts'
import type { FieldSpec, Sheet } from './sheet.ts'

/** How the cells of one field are written, as far as only many of them together tell. */
export type FieldHabit = {
  /** Bare numbers that are Excel's day numbers. */
  readonly isSerial: boolean
  /** Decimal commas throughout. */
  readonly hasCommas: boolean
  /** The top of the scale from 0 that nearly all its numbers lie on: 1, 5, 10, 100 or, beyond, the largest. */
  readonly scaleTop: number
}

/** By field; one that is not in it is written in no special way. */
export type Habits = ReadonlyMap<string, FieldHabit>

export const NO_HABIT: FieldHabit = { isSerial: false, hasCommas: false, scaleTop: 1 }

/** Learns how a table is written, from all of it or piece by piece. */
export type HabitTally = {
  readonly add: (records: readonly RawRecord[]) => void
  readonly habits: () => Habits
  readonly dates: (file: string, answers: Answers) => DateHabit
  readonly dayNumbers: (file: string, answers: Answers) => DayNumberHabit
}

/**
 * An empty tally of the fields whose cells must be dates, degrees or marks on a scale.
 *
 * @param now UTC ISO: when the import happens.
 */
export function habitTally(sheet: Sheet, specs: readonly FieldSpec[], now: string): HabitTally {
  const dayNumbers = dayNumberTally(sheet.table, now)
  const order = dateOrderTally()
  const watched = specs
    .filter(
      ({ field, holds }) => sheet.has(field) && holds && holds !== 'count' && holds !== 'number',
    )
    .map(({ field, holds }) => {
      const { cell } = sheet.of(field)
      return { field, cell, holdsDates: holds === 'date', tally: fieldTally() }
    })
  return {
    add: (records) => {
      for (const { cell, holdsDates, tally } of watched) {
        for (const record of records) {
          const value = cell(record)
          tally.add(value)
          if (!holdsDates || (typeof value === 'string' && beginsWithYear(value))) continue
          order.add(value)
          dayNumbers.add(value)
        }
      }
    },
    habits: () => new Map(watched.map(({ field, tally }) => [field, tally.habit()])),
    dates: order.habit,
    dayNumbers: dayNumbers.habit,
  }
}

/** How one field is written. */
export function habitOf(values: Iterable<RawValue>): FieldHabit {
  const tally = fieldTally()
  for (const value of values) tally.add(value)
  return tally.habit()
}

const NUMBER = /^[-+]?\d+(\.\d+)?$/
const WITH_COMMA = /^[-+]?\d+,\d+$/
const WITH_POINT = /\d\.\d/
/** Tops of the usual scales. Fewer numbers than this share say nothing about which it is. */
const SCALE_TOPS = [1, 5, 10, 100]
const LEAST_SHARE = 0.01
/** No year is larger, and Excel counts this day in 1906. */
const LAST_YEAR = 2200

/** A day as most files write it, "2019-03-04": it says nothing of how others are to be read. */
function beginsWithYear(text: string): boolean {
  return text.charCodeAt(4) === HYPHEN && isDigit(text.charCodeAt(3)) && isDigit(text.charCodeAt(2))
}

const HYPHEN = 0x2d

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

function fieldTally() {
  let filledCount = 0
  let numberCount = 0
  let commaCount = 0
  let hasPoint = false
  let highest = 0
  const countsByTop = new Float64Array(SCALE_TOPS.length + 1)
  const addNumber = (number: number) => {
    if (number > highest) highest = number
    let at = 0
    while (at < SCALE_TOPS.length && number > SCALE_TOPS[at]!) at++
    countsByTop[at]!++
  }
  return {
    add: (value: RawValue): void => {
      if (value === null) return
      const text = typeof value === 'string' ? value : cleanText(value)
      if (beginsWithYear(text)) {
        filledCount++
        return
      }
      if (NUMBER.test(text)) {
        filledCount++
        numberCount++
        hasPoint ||= text.includes('.')
        addNumber(Number(text))
        return
      }
      const clean = cleanText(text)
      if (isMissing(clean)) return
      filledCount++
      if (WITH_COMMA.test(clean)) {
        commaCount++
        addNumber(Number(clean.replace(',', '.')))
      } else hasPoint ||= WITH_POINT.test(clean)
    },
    habit: (): FieldHabit => ({
      isSerial: numberCount > filledCount / 2 && highest > LAST_YEAR,
      hasCommas: commaCount > filledCount / 2 && !hasPoint,
      scaleTop: scaleTop(countsByTop, numberCount + commaCount, highest),
    }),
  }
}

/** Beyond 100 only if most lie there: one slip of the pen is no scale. */
function scaleTop(countsByTop: Float64Array, count: number, highest: number): number {
  if (countsByTop[SCALE_TOPS.length]! > count / 2) return highest
  const isHeld = (at: number) => countsByTop[at]! > 0 && countsByTop[at]! >= LEAST_SHARE * count
  return SCALE_TOPS.findLast((_, at) => isHeld(at)) ?? 1
}
