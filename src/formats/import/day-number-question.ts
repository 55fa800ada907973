import { grouped } from '#core/figures.ts'
import { epochMinutesOf, instantOf } from '#core/time/instant.ts'
import type { RawTable, RawValue } from '../raw-table.ts'
import { cleanText } from './cells/clean-text.ts'
import { countedFrom1900, type DayNumbersFrom, isDayNumber } from './cells/day-numbers.ts'
import { readDate } from './cells/read-date.ts'
import { type Answers, answerTo, type Question } from './question.ts'

/** From which year the bare numbers among the dates of a table count days. */
export type DayNumberHabit = {
  readonly from: DayNumbersFrom
  /** Null: there are none. */
  readonly question: Question | null
  /** Nobody said so. */
  readonly isGuessed: boolean
}

/** Learns from dates that are bare numbers from which year they count. */
export type DayNumberTally = {
  readonly add: (cell: RawValue) => void
  readonly habit: (file: string, answers: Answers) => DayNumberHabit
}

const EXAMPLE_COUNT = 3
const DAY_MINUTES = 1440
/** What people map is hardly older. */
const FIRST_USUAL_MINUTES = epochMinutesOf('1945-01-01T00:00:00Z')
const WAYS = [1900, 1904] as const

/**
 * An empty tally. Days count from 1900 unless the workbook says otherwise, or unless all of them would
 * then lie before 1945 or ahead of the import and some would not if they counted from 1904.
 *
 * @param now UTC ISO: when the import happens.
 */
export function dayNumberTally(
  { dayNumbersFrom }: Pick<RawTable, 'dayNumbersFrom'>,
  now: string,
): DayNumberTally {
  const lastUsualMinutes = epochMinutesOf(now) + DAY_MINUTES
  const examples = new Set<string>()
  const usualCounts = { 1900: 0, 1904: 0 }
  let count = 0
  return {
    add: (cell) => {
      if (!isDayNumber(cell)) return
      count++
      if (examples.size < EXAMPLE_COUNT) examples.add(cleanText(cell))
      for (const from of WAYS) {
        const minutes = minutesOf(cell, from)
        if (minutes >= FIRST_USUAL_MINUTES && minutes <= lastUsualMinutes) usualCounts[from]++
      }
    },
    habit: (file, answers) => {
      const isOnlyFrom1904 = usualCounts[1900] === 0 && usualCounts[1904] > 0
      const guess = dayNumbersFrom ?? (isOnlyFrom1904 ? 1904 : 1900)
      if (count === 0) return { from: guess, question: null, isGuessed: false }
      const start = questionOf(file, [...examples], count)
      const answer = answerTo(start, answers)
      const from = answer === null ? guess : answer === '1904' ? 1904 : 1900
      const isGuessed = answer === null && dayNumbersFrom === undefined
      return { from, question: { ...start, chosen: String(from) }, isGuessed }
    },
  }
}

function questionOf(
  file: string,
  examples: readonly string[],
  count: number,
): Omit<Question, 'chosen'> {
  const texts = examples.map((text) => `"${text}"`).join(', ')
  const numbers =
    count === 1
      ? `the number ${texts} looks like an Excel day`
      : `${grouped(count)} numbers (${texts}) look like Excel days`
  const days = (from: DayNumbersFrom) => examples.map((text) => dayOf(text, from)).join(', ')
  return {
    id: 'excel-days',
    sentence: `${file}: where a date should stand, ${numbers}. From which year do they count?`,
    options: [
      { id: '1900', label: `From 1900, as Excel does: ${days(1900)}` },
      { id: '1904', label: `From 1904, as old Excel for Mac did: ${days(1904)}` },
    ],
  }
}

function dayOf(text: string, from: DayNumbersFrom): string {
  return instantOf(minutesOf(text, from)).slice(0, 10)
}

function minutesOf(cell: RawValue, from: DayNumbersFrom): number {
  const read = readDate(countedFrom1900(cell, from), true)
  return 'code' in read ? Number.NaN : read.epochMinutes
}
