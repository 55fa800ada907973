import type { RowLists } from '#core/commands/add-rows.ts'
import { grouped } from '#core/figures.ts'
import type { Issue } from '#core/issue.ts'
import { markTally } from '../marks/row-mark.ts'
import type { RawRecord, RawTable, RawValue } from '../raw-table.ts'
import type { TablePieces } from '../table-pieces.ts'
import { shortened } from './cells/clean-text.ts'
import type { DateOrder } from './cells/read-date.ts'
import { isMissing } from './cells/read-number.ts'
import type { DateHabit } from './date-order.ts'
import { type Habits, habitTally } from './habits.ts'
import type { Batch, ImportContext, ImportKind, Yield } from './kind.ts'
import { IMPORT_KINDS } from './kinds/registry.ts'
import { scenarioNames } from './kinds/scenario-of.ts'
import { type Ledger, ledgerOf } from './ledger.ts'
import { labelledAtLeast } from './provenance.ts'
import type { Answers, Question } from './question.ts'
import { type Mapping, mappingOf, type Sheet, sheetOf } from './sheet.ts'
import { uniqueRows } from './unique-rows.ts'

/** What a person chose over what would be guessed; null and empty leave it to the guess. */
export type ImportChoice = {
  /** Id of a kind. */
  readonly kind: string | null
  /** Heading by field; an empty heading keeps a field from being guessed. */
  readonly mapping: Mapping
  /** Whether longitude and latitude stand in each other's place. */
  readonly isSwapped?: boolean
  /** Option by question id. */
  readonly answers?: Answers
}

/** What an import would do, before anything is done: shown, then accepted or changed. */
export type ImportPlan = {
  readonly file: string
  readonly format: RawTable['format']
  /** Null: what the table is about could not be told, and nothing comes in. */
  readonly kind: string | null
  readonly mapping: Mapping
  /** Always rowsAccepted + rowsRefused. */
  readonly rowsRead: number
  readonly rowsAccepted: number
  readonly rowsRefused: number
  /** In the order of the file; first those that are about the whole of it. */
  readonly issues: readonly Issue[]
  readonly rows: RowLists
  readonly batches: readonly Batch[]
  /** What the file leaves open, answered or not. */
  readonly questions: readonly Question[]
}

/** A table and the kind it is taken for. */
export type Guess = { readonly kind: ImportKind; readonly sheet: Sheet; readonly fit: number }

/** Everything is left to the guess. */
export const NO_CHOICE: ImportChoice = { kind: null, mapping: new Map() }

/** The kind a table fits best, from its headings and geometry; null if it fits none. */
export function guessKind(table: RawTable, choice: ImportChoice = NO_CHOICE): Guess | null {
  const kinds = choice.kind ? IMPORT_KINDS.filter(({ id }) => id === choice.kind) : IMPORT_KINDS
  const guesses = kinds.map((kind): Guess => {
    const sheet = sheetOf(table, mappingOf(table, kind.fields, choice.mapping))
    return { kind, sheet, fit: choice.kind ? 1 : kind.fit(sheet) }
  })
  const best = guesses.reduce<Guess | null>(
    (most, guess) => (guess.fit > (most?.fit ?? 0) ? guess : most),
    null,
  )
  return best
}

/** Works a file into a plan piece by piece; a file of one table is one piece. */
export type PlanReading = {
  readonly add: (piece: RawTable) => void
  /** The habits that the whole of it shows, where they are other than those it was read with. */
  readonly otherHabits: () => KnownHabits | null
  /**
   * @throws Error if a kind lost a record: every one must come in or be refused.
   */
  readonly end: () => ImportPlan
}

/** How a file is written, as far as is known before all of it was read. */
export type KnownHabits = { readonly habits: Habits; readonly order: DateOrder }

/**
 * Works out what a table would bring into a document: good rows come in, bad ones are named by line,
 * doubtful ones stay out until somebody has looked. Changes nothing.
 *
 * @throws Error if a kind lost a record: every one must come in or be refused.
 */
export function planImport(
  table: RawTable,
  context: ImportContext,
  choice: ImportChoice = NO_CHOICE,
): ImportPlan {
  const reading = planReading(table, context, choice)
  reading.add(table)
  return reading.end()
}

/** Readings of one large file at most: how it is written is known by then. */
const MAX_READINGS = 3

/**
 * Works out what a file would bring in that comes piece by piece; where its end shows that it is written
 * otherwise than its beginning, it is read again.
 *
 * @param progress is told how much was read, from 0 to 1.
 * @throws PieceFault where the file cannot be read on.
 */
export async function planPieces(
  pieces: TablePieces,
  context: ImportContext,
  choice: ImportChoice,
  progress: (share: number) => void,
): Promise<ImportPlan> {
  let known: KnownHabits | undefined
  for (let count = 1; ; count++) {
    const reading = planReading(pieces.first, context, choice, known)
    for await (const piece of pieces.all()) {
      reading.add(piece)
      progress(pieces.readShare())
    }
    const other = count < MAX_READINGS ? reading.otherHabits() : null
    if (!other) return reading.end()
    known = other
  }
}

/**
 * Starts a plan from the first piece of a file, which decides what it is about.
 *
 * @param known habits learnt in an earlier reading; left out, those of the first piece.
 */
export function planReading(
  first: RawTable,
  context: ImportContext,
  choice: ImportChoice = NO_CHOICE,
  known?: KnownHabits,
): PlanReading {
  const ledger = ledgerOf(first)
  const guess = guessKind(first, choice)
  const lack = guess ? lackOf(guess, context) : unknownKind(first)
  if (!guess || lack) {
    const code = guess ? 'field-missing' : 'kind-unknown'
    return unreadable({ table: first, guess, ledger }, code, lack ?? '')
  }
  const answers = choice.answers ?? context.answers ?? new Map<string, string>()
  return knownReading({ table: first, guess, ledger }, { ...context, answers }, answers, known)
}

type Start = { readonly table: RawTable; readonly guess: Guess | null; readonly ledger: Ledger }

function unreadable(start: Start, code: string, why: string): PlanReading {
  let rowsRead = 0
  return {
    add: (piece) => {
      start.ledger.take(piece)
      rowsRead += piece.records.length + piece.refused.length
    },
    otherHabits: () => null,
    end: () => {
      start.ledger.tell('error', code, why)
      return planOf(start, rowsRead, { acceptedCount: 0, rows: {}, batches: [] })
    },
  }
}

function knownReading(
  start: Start & { readonly guess: Guess },
  context: ImportContext,
  answers: Answers,
  known?: KnownHabits,
): PlanReading {
  const { table, ledger } = start
  const { kind, sheet: guessed } = start.guess
  const isGathered = !kind.reader
  const early = known ?? habitsIn(start.guess, answers)
  const lastShortYear = Number(context.now.slice(0, 4)) + SHORT_YEARS_AHEAD
  const sheet = sheetOf(table, guessed.mapping, early.order, early.habits, lastShortYear)
  const tally = habitTally(sheet, kind.fields)
  const marks = markTally(table.headings)
  const isUnique = uniqueRows(sheet, kind.identity ?? ['id'], ledger)
  const tellOfLostNumbers = lostNumberTeller(sheet, kind, ledger)
  const reader = kind.reader?.(sheet, ledger, context)
  const gathered: RawRecord[] = []
  let rowsRead = 0
  const made = (): Yield =>
    reader
      ? reader.end()
      : kind.read({ ...sheet, table: { ...table, records: gathered } }, ledger, context)
  return {
    add: (piece) => {
      ledger.take(piece)
      rowsRead += piece.records.length + piece.refused.length
      tally.add(piece.records)
      marks.add(piece.records)
      const records = piece.records.filter(isUnique)
      if (isGathered) for (const record of records) gathered.push(record)
      else {
        reader?.add(records)
        tellOfLostNumbers(records)
      }
    },
    otherHabits: () => {
      const found = { habits: tally.habits(), order: tally.dates(table.file, answers).order }
      return isSame(found, early) ? null : found
    },
    end: () => {
      const came = made()
      tellOfKind(start.guess, ledger)
      if (isGathered) tellOfLostNumbers(gathered)
      if (came.acceptedCount + ledger.refusedCount() !== rowsRead) {
        const sum = `${came.acceptedCount} + ${ledger.refusedCount()}`
        throw new Error(`${kind.id}: ${sum} are not ${rowsRead}`)
      }
      tellOfReplaced(came.rows, kind, ledger, context)
      const dates = tally.dates(table.file, answers)
      tellOfOrder(table.file, dates, ledger)
      tellOfShortYears(sheet, ledger)
      const questions = [...(dates.question ? [dates.question] : []), ...(came.questions ?? [])]
      const batches = labelledAtLeast(came.batches, marks.highest())
      return planOf(start, rowsRead, { ...came, batches, questions })
    },
  }
}

function habitsIn({ kind, sheet }: Guess, answers: Answers): KnownHabits {
  const tally = habitTally(sheet, kind.fields)
  tally.add(sheet.table.records)
  return { habits: tally.habits(), order: tally.dates(sheet.table.file, answers).order }
}

function isSame(a: KnownHabits, b: KnownHabits): boolean {
  const plain = ({ habits, order }: KnownHabits) => JSON.stringify([order, ...habits])
  return plain(a) === plain(b)
}

/**
 * Says how many rows take the place of earlier ones with other content.
 *
 * @throws Error if two of the rows have one id: one would be lost.
 */
function tellOfReplaced(
  rows: RowLists,
  kind: ImportKind,
  ledger: Ledger,
  { document }: ImportContext,
): void {
  let replacedCount = 0
  for (const name of Object.keys(rows) as (keyof RowLists)[]) {
    const list: readonly { readonly id: string }[] = rows[name] ?? []
    const earlier: ReadonlyMap<string, unknown> = document.tables[name]
    if (new Set(list.map(({ id }) => id)).size !== list.length) {
      throw new Error(`${kind.id}: two rows of ${name} have one id`)
    }
    for (const row of list) {
      const before = earlier.get(row.id)
      if (before !== undefined && JSON.stringify(before) !== JSON.stringify(row)) replacedCount++
    }
  }
  if (replacedCount === 0 || kind.isEdit) return
  const rowsText = replacedCount === 1 ? '1 row takes' : `${replacedCount} rows take`
  ledger.tell(
    'note',
    'row-replaced',
    `${rowsText} the place of what came in earlier under the same id and name. Undo brings it back.`,
  )
}

/** A year of two digits lies no further ahead of the import than this; else it is of the last century. */
const SHORT_YEARS_AHEAD = 10

function tellOfShortYears({ table, shortYears }: Sheet, ledger: Ledger): void {
  const { count, example } = shortYears()
  if (!example) return
  const year = new Date(example.epochMinutes * 60_000).getUTCFullYear()
  const dates = count === 1 ? '1 date has a year' : `${grouped(count)} dates have a year`
  const message = `${table.file}: ${dates} of two digits; "${example.text.slice(0, 40)}" was read as ${year}. Write four digits if that is wrong.`
  ledger.tell('warning', 'date-short-year', message)
}

/** Says which order of day and month was taken for the dates that have two, and by what. */
function tellOfOrder(file: string, { order, proof }: DateHabit, ledger: Ledger): void {
  if (proof === null) return
  const isUsual = order === 'dayFirst'
  ledger.tell(
    isUsual ? 'note' : 'warning',
    isUsual ? 'date-day-first' : 'date-month-first',
    `${file}: its dates were read with the ${isUsual ? 'day' : 'month'} first, as "${proof}" proves.`,
  )
}

/** Names what stands for a count or a number and is none, on the records that came in without it. */
function lostNumberTeller(
  sheet: Sheet,
  kind: ImportKind,
  ledger: Ledger,
): (records: readonly RawRecord[]) => void {
  const watched = kind.fields.filter(
    ({ field, holds }) => (holds === 'count' || holds === 'number') && sheet.has(field),
  )
  return (records) => {
    for (const { field, holds } of watched) {
      const isCount = holds === 'count'
      const cells = sheet.of(field)
      for (const record of records) {
        const cell = cells.cell(record)
        if (cell === null || cell === '' || isPlainCount(cell)) continue
        const read = isCount ? cells.count(record) : cells.number(record)
        if (read !== null || isMissing(cell)) continue
        if (ledger.isRefused(record)) continue
        const heading = sheet.mapping.get(field) ?? field
        const text = shortened(sheet.text(record, field))
        if ((sheet.number(record, field) ?? 0) < 0) {
          const why = `"${heading}" is ${text}, and a count is never below zero; it was left out`
          ledger.warn(record, 'count-negative', why)
        } else {
          const why = `"${heading}" is "${text}", which is no ${isCount ? 'whole number' : 'number'}; it was left out`
          ledger.warn(record, isCount ? 'count-unread' : 'number-unread', why)
        }
      }
    }
  }
}

/** Few digits and nothing else: nearly every cell is so, and needs no other look. */
function isPlainCount(cell: RawValue): boolean {
  if (typeof cell !== 'string' || cell.length > 15) return false
  for (let i = 0; i < cell.length; i++) {
    const code = cell.charCodeAt(i)
    if (code < 48 || code > 57) return false
  }
  return true
}

function planOf(
  { table, guess, ledger }: Start,
  rowsRead: number,
  { acceptedCount, rows, batches, questions = [] }: Yield,
): ImportPlan {
  return {
    file: table.file,
    format: table.format,
    kind: guess?.kind.id ?? null,
    mapping: guess?.sheet.mapping ?? new Map(),
    rowsRead,
    rowsAccepted: acceptedCount,
    rowsRefused: rowsRead - acceptedCount,
    issues: ledger.told().toSorted((a, b) => (a.line ?? -1) - (b.line ?? -1)),
    rows,
    batches,
    questions,
  }
}

function lackOf({ kind, sheet }: Guess, { document }: ImportContext): string | null {
  const missing = kind.needs.find((field) => !sheet.has(field))
  if (!missing) return null
  const [example] = kind.fields.find(({ field }) => field === missing)?.aliases ?? [missing]
  const allowed = missing === 'scenario' ? `, write in it one of ${scenarioNames(document)},` : ''
  return `${sheet.table.file} cannot be read as ${kind.title}: no column says the ${missing}. Call it "${example}"${allowed} and import again.`
}

function unknownKind({ file, headings }: RawTable): string {
  const kinds = IMPORT_KINDS.map(({ id, title }) => (id === title ? id : `${title} (${id})`))
  const shown = headings.slice(0, 6).join(', ') || 'no columns'
  return `${file}: its columns (${shown}) do not tell what it is about. Choose it under "Read as", or with --as on the command line, and import again: ${kinds.join(', ')}.`
}

/** Below this a table fits a kind only because it fits no other. */
const SURE_FIT = 0.5

/** Says that a table came in as the kind that it fits best, though little speaks for it. */
function tellOfKind({ kind, sheet, fit }: Guess, ledger: Ledger): void {
  if (fit >= SURE_FIT) return
  const message = `${sheet.table.file} says little of what it holds; it was read as ${kind.title}. If it is something else, choose that under "Read as", or with --as on the command line.`
  ledger.tell('warning', 'kind-guessed', message)
}
