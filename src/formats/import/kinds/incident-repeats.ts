import type { LonLat } from '#core/place.ts'
import type { RawRecord } from '../../raw-table.ts'
import type { Ledger } from '../ledger.ts'
import { type Answers, answerTo, type Question } from '../question.ts'

/** What tells two reports of one event apart from two events. */
export type Told = {
  readonly record: RawRecord
  readonly position: LonLat
  readonly occurredEpochMinutes: number
  readonly occurredErrorDays: number
  readonly positionErrorMetres: number | null
  readonly category: string
}

/** Some 100 m. */
const CELL_DEGREES = 0.001
const DAY_MINUTES = 1440
/** Where only a district is known, one place says nothing. */
const WIDEST_METRES = 10_000

/**
 * Reports that may be of one event: the same 100 m, day and kind as an earlier row. Two patrols do
 * report two thefts of one market day, so they come in, each with a warning; a person may answer that
 * they stay out. Never asked of places and days that are only roughly known.
 *
 * @returns the rows that come in, and the question; null if there are no repeats.
 */
export function withoutRepeatedEvents<T extends Told>(
  told: readonly T[],
  {
    file,
    noun,
    ledger,
    answers,
  }: {
    readonly file: string
    readonly noun: string
    readonly ledger: Ledger
    readonly answers: Answers
  },
): { readonly kept: readonly T[]; readonly question: Question | null } {
  const first = new Map<string, T>()
  const repeats = new Map<T, T>()
  for (const event of told) {
    const key = keyOf(event)
    const earlier = key === null ? undefined : first.get(key)
    if (earlier) repeats.set(event, earlier)
    else if (key !== null) first.set(key, event)
  }
  if (repeats.size === 0) return { kept: told, question: null }
  const start = questionOf(file, noun, [...repeats.keys()])
  const chosen = answerTo(start, answers) ?? 'keep'
  for (const [{ record }, { record: earlier }] of repeats) {
    const why = `it may tell of the same event as ${noun} ${earlier.line}: the same place, day and kind`
    if (chosen === 'leave-out') ledger.skip(record, 'duplicate-event', why)
    else ledger.warn(record, 'duplicate-event', why)
  }
  const kept = chosen === 'leave-out' ? told.filter((event) => !repeats.has(event)) : told
  return { kept, question: { ...start, chosen } }
}

function keyOf(event: Told): string | null {
  const { occurredErrorDays, positionErrorMetres, category } = event
  if (occurredErrorDays > 0 || (positionErrorMetres ?? 0) > WIDEST_METRES) return null
  const cell = event.position.map((degrees) => Math.round(degrees / CELL_DEGREES))
  return [...cell, Math.floor(event.occurredEpochMinutes / DAY_MINUTES), category].join(' ')
}

function questionOf(
  file: string,
  noun: string,
  repeats: readonly Told[],
): Omit<Question, 'chosen'> {
  const lines = repeats.slice(0, 5).map(({ record }) => record.line)
  const more = repeats.length > lines.length ? ` and ${repeats.length - lines.length} more` : ''
  const rows = repeats.length === 1 ? '1 row tells' : `${repeats.length} rows tell`
  return {
    id: 'same-event',
    sentence: `${file}: ${rows} of the place, day and kind of an earlier row (${noun} ${lines.join(', ')}${more}). Are they events of their own?`,
    options: [
      { id: 'keep', label: 'Yes: they come in' },
      { id: 'leave-out', label: 'No: they stay out' },
    ],
  }
}
