import type { RowLists } from '#core/commands/add-rows.ts'
import type { Issue } from '#core/issue.ts'
import { markTally } from '../marks/row-mark.ts'
import type { RawRecord, RawTable } from '../raw-table.ts'
import { type Guess, guessKind, lackOf, tellOfKind, unknownKind } from './guess-kind.ts'
import { type ImportChoice, NO_CHOICE } from './import-choice.ts'
import type { Batch, ImportContext, Yield } from './kind.ts'
import { isSameFacts, type LateFacts, lateTally } from './late-facts.ts'
import { type Ledger, ledgerOf } from './ledger.ts'
import {
  lostNumberTeller,
  SHORT_YEARS_AHEAD,
  tellOfDayNumbers,
  tellOfOrder,
  tellOfReplaced,
  tellOfShortYears,
} from './plan-tellers.ts'
import { labelledAtLeast } from './provenance.ts'
import type { Question } from './question.ts'
import { type Mapping, sheetOf } from './sheet.ts'
import { uniqueRows, versionsAmong } from './unique-rows.ts'

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
  /** Datasets whose place the batches take. Told to nobody: they may be protected. */
  readonly replacedDatasetIds: readonly string[]
}

/** Works a file into a plan piece by piece; a file of one table is one piece. */
export type PlanReading = {
  readonly add: (piece: RawTable) => void
  /** What the whole of it tells, where that is other than what it was read with. */
  readonly otherFacts: () => LateFacts | null
  /**
   * @throws Error if a kind lost a record: every one must come in or be refused.
   */
  readonly end: () => ImportPlan
}

/**
 * Starts a plan from the first piece of a file, which decides what it is about.
 *
 * @param known what an earlier reading told; left out, what the first piece tells.
 */
export function planReading(
  first: RawTable,
  context: ImportContext,
  choice: ImportChoice = NO_CHOICE,
  known?: LateFacts,
): PlanReading {
  const ledger = ledgerOf(first)
  const guess = guessKind(first, choice)
  const lack = guess ? lackOf(guess, context) : unknownKind(first)
  if (!guess || lack) {
    const code = guess ? 'field-missing' : 'kind-unknown'
    return unreadable({ table: first, guess, ledger }, code, lack ?? '')
  }
  const answers = choice.answers ?? context.answers ?? new Map<string, string>()
  return knownReading({ table: first, guess, ledger }, { ...context, answers }, known)
}

type Start = { readonly table: RawTable; readonly guess: Guess | null; readonly ledger: Ledger }

function unreadable(start: Start, code: string, why: string): PlanReading {
  let rowsRead = 0
  return {
    add: (piece) => {
      start.ledger.take(piece)
      rowsRead += piece.records.length + piece.refused.length
    },
    otherFacts: () => null,
    end: () => {
      start.ledger.tell('error', code, why)
      return planOf(start, rowsRead, { acceptedCount: 0, rows: {}, batches: [] })
    },
  }
}

function knownReading(
  start: Start & { readonly guess: Guess },
  outer: ImportContext,
  known?: LateFacts,
): PlanReading {
  const { table, ledger } = start
  const { kind, sheet: guessed } = start.guess
  const isGathered = !kind.reader
  const early = known ?? factsIn(start.guess, outer)
  const context = { ...outer, metres: early.metres }
  const lastShortYear = Number(context.now.slice(0, 4)) + SHORT_YEARS_AHEAD
  const sheet = sheetOf(table, guessed.mapping, { ...early, lastShortYear })
  const tally = lateTally({ ...start.guess, sheet }, context)
  const marks = markTally(table.headings)
  const { answers = new Map() } = outer
  const sieve = uniqueRows({ kind, sheet, answers }, early.versions, ledger)
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
      const records = piece.records.map(sieve.pass).filter((record) => record !== null)
      if (isGathered) for (const record of records) gathered.push(record)
      else {
        reader?.add(records)
        tellOfLostNumbers(records)
      }
    },
    otherFacts: () => {
      const found = { ...tally.facts(), versions: sieve.versions() }
      return isSameFacts(found, early) ? null : found
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
      tellOfOrder(table.file, tally.dates(), ledger)
      tellOfDayNumbers(table.file, tally.dayNumbers(), ledger)
      tellOfShortYears(sheet, ledger)
      const open = [...tally.questions(), sieve.question(), ...(came.questions ?? [])]
      const questions = open.filter((question) => question !== null)
      const batches = labelledAtLeast(came.batches, marks.highest())
      return planOf(start, rowsRead, { ...came, batches, questions })
    },
  }
}

function factsIn(guess: Guess, context: ImportContext): LateFacts {
  const tally = lateTally(guess, context)
  const { records } = guess.sheet.table
  tally.add(records)
  const { answers = new Map() } = context
  return { ...tally.facts(), versions: versionsAmong({ ...guess, answers }, records) }
}

function planOf(
  { table, guess, ledger }: Start,
  rowsRead: number,
  { acceptedCount, rows, batches, questions = [], replacedDatasetIds = [] }: Yield,
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
    replacedDatasetIds,
  }
}
