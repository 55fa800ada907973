import { grouped } from '#core/figures.ts'
import type { RawRecord } from '../../raw-table.ts'
import { addText, addWhole, type Fingerprint, fingerprintMap, restart } from '../fingerprint.ts'
import type { Ledger } from '../ledger.ts'
import type { Located } from '../locate.ts'
import { type Answers, answerTo, type Question } from '../question.ts'

/** What tells two reports of one event apart from two events. */
export type Told = {
  readonly place: Located
  readonly occurredEpochMinutes: number
  readonly occurredErrorDays: number
  readonly positionErrorMetres: number | null
  readonly category: string
}

/** Finds reports that may be of one event. */
export type RepeatFilter = {
  /** Whether it comes in; the ledger gets its warning or why it stays out. */
  readonly admits: (told: Told) => boolean
  /** Null if there were no repeats. */
  readonly question: () => Question | null
}

/** Some 100 m. */
const CELL_DEGREES = 0.001
const DAY_MINUTES = 1440
/** Where only a district is known, one place says nothing. */
const WIDEST_METRES = 10_000
const LINES_SHOWN = 5
const OPTIONS = [
  { id: 'keep', label: 'Yes: they come in' },
  { id: 'leave-out', label: 'No: they stay out' },
] as const

/**
 * Reports that may be of one event: the same 100 m, day and kind as an earlier row. Two patrols do
 * report two thefts of one market day, so they come in, each with a warning; a person may answer that
 * they stay out. Never asked of places and days that are only roughly known.
 */
export function repeatFilter(
  file: string,
  noun: string,
  ledger: Ledger,
  answers: Answers,
): RepeatFilter {
  const open = { id: 'same-event', options: OPTIONS, sentence: '' }
  const chosen = answerTo(open, answers) ?? 'keep'
  const seen = fingerprintMap()
  const print: Fingerprint = { high: 0, low: 0 }
  const lines: number[] = []
  let count = 0
  const tell = (record: RawRecord, earlierLine: number) => {
    const why = () =>
      `it may tell of the same event as ${noun} ${earlierLine}: the same place, day and kind`
    if (chosen === 'leave-out') ledger.skip(record, 'duplicate-event', why)
    else ledger.warn(record, 'duplicate-event', why)
  }
  return {
    admits: (told) => {
      if (isVague(told)) return true
      const { record } = told.place
      take(print, told)
      const earlier = seen.findOrPut(print, record.line)
      if (earlier < 0) return true
      count++
      if (lines.length < LINES_SHOWN) lines.push(record.line)
      tell(record, earlier)
      return chosen === 'keep'
    },
    question: () =>
      count === 0 ? null : { ...open, sentence: sentenceOf(file, noun, lines, count), chosen },
  }
}

function isVague({ occurredErrorDays, positionErrorMetres }: Told): boolean {
  return occurredErrorDays > 0 || (positionErrorMetres ?? 0) > WIDEST_METRES
}

function take(print: Fingerprint, { place, occurredEpochMinutes, category }: Told): void {
  const [lon, lat] = place.position
  restart(print)
  addWhole(print, Math.round(lon / CELL_DEGREES))
  addWhole(print, Math.round(lat / CELL_DEGREES))
  addWhole(print, Math.floor(occurredEpochMinutes / DAY_MINUTES))
  addText(print, category)
}

function sentenceOf(file: string, noun: string, lines: readonly number[], count: number): string {
  const more = count > lines.length ? ` and ${grouped(count - lines.length)} more` : ''
  const rows = count === 1 ? '1 row tells' : `${grouped(count)} rows tell`
  return `${file}: ${rows} of the place, day and kind of an earlier row (${noun} ${lines.join(', ')}${more}). Are they events of their own?`
}
