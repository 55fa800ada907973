import type { RawRecord } from '../raw-table.ts'
import type { DayNumbersFrom } from './cells/day-numbers.ts'
import type { DateOrder } from './cells/read-date.ts'
import type { DateHabit } from './date-order.ts'
import type { DayNumberHabit } from './day-number-question.ts'
import type { Guess } from './guess-kind.ts'
import { type Habits, habitTally } from './habits.ts'
import type { ImportContext } from './kind.ts'
import { metresTally } from './position/projection-question.ts'
import type { MetresRead } from './position/way.ts'
import type { Question } from './question.ts'
import type { RowVersions } from './unique-rows.ts'

/** How a file is written, as far as only many of its rows together tell. */
export type LateFacts = {
  readonly habits: Habits
  readonly order: DateOrder
  readonly dayNumbersFrom: DayNumbersFrom
  /** Null: no metres, or they wait for an answer. */
  readonly metres: MetresRead | null
  readonly versions: RowVersions
}

/** Learns most of these facts from all of a file or piece by piece. */
export type LateTally = {
  readonly add: (records: readonly RawRecord[]) => void
  readonly facts: () => Omit<LateFacts, 'versions'>
  readonly dates: () => DateHabit
  readonly dayNumbers: () => DayNumberHabit
  /** What the rows so far leave open, answered or not. */
  readonly questions: () => readonly Question[]
}

/** An empty tally. */
export function lateTally({ kind, sheet }: Guess, context: ImportContext): LateTally {
  const { answers, now } = context
  const given = answers ?? new Map<string, string>()
  const { file } = sheet.table
  const habits = habitTally(sheet, kind.fields, now)
  const metres = metresTally(sheet, context)
  const dates = () => habits.dates(file, given)
  const dayNumbers = () => habits.dayNumbers(file, given)
  return {
    add: (records) => {
      habits.add(records)
      metres.add(records)
    },
    facts: () => ({
      habits: habits.habits(),
      order: dates().order,
      dayNumbersFrom: dayNumbers().from,
      metres: metres.habit(file, given).read,
    }),
    dates,
    dayNumbers,
    questions: () =>
      [dates().question, dayNumbers().question, metres.habit(file, given).question].filter(
        (one) => one !== null,
      ),
  }
}

/** Whether a file would be read alike by both. */
export function isSameFacts(a: LateFacts, b: LateFacts): boolean {
  const plain = ({ habits, versions: { kept, lastCount }, ...rest }: LateFacts) =>
    JSON.stringify([rest, kept, lastCount, ...habits])
  return plain(a) === plain(b)
}
