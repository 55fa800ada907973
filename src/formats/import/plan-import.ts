import type { RowLists } from '#core/commands/add-rows.ts'
import type { Issue } from '#core/issue.ts'
import type { RawRecord, RawTable } from '../raw-table.ts'
import { type DateHabit, dateHabitOf } from './date-order.ts'
import type { Batch, ImportContext, ImportKind, Yield } from './kind.ts'
import { IMPORT_KINDS } from './kinds/registry.ts'
import { type Ledger, ledgerOf } from './ledger.ts'
import type { Answers, Question } from './question.ts'
import { type Mapping, mappingOf, type Sheet, sheetOf } from './sheet.ts'

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
  const rowsRead = table.records.length + table.refused.length
  const ledger = ledgerOf(table)
  const guess = guessKind(table, choice)
  const lack = guess ? lackOf(guess) : unknownKind(table)
  if (!guess || lack) {
    ledger.tell('error', guess ? 'field-missing' : 'kind-unknown', lack ?? '')
    return planOf({ table, guess, ledger, rowsRead }, { acceptedCount: 0, rows: {}, batches: [] })
  }
  const answers = choice.answers ?? context.answers ?? new Map<string, string>()
  const records = withoutRepeats(guess.sheet, guess.kind.identity ?? ['id'], ledger)
  const habit = dateHabitOf(guess.sheet, guess.kind.fields, answers)
  const sheet = sheetOf({ ...table, records }, guess.sheet.mapping, habit.order)
  const made = guess.kind.read(sheet, ledger, { ...context, answers })
  const { acceptedCount, rows } = made
  if (acceptedCount + ledger.refused.length !== rowsRead) {
    throw new Error(
      `${guess.kind.id}: ${acceptedCount} + ${ledger.refused.length} are not ${rowsRead}`,
    )
  }
  tellOfReplaced(rows, guess.kind, ledger, context)
  tellOfOrder(table.file, habit, ledger)
  tellOfNegatives(sheet, guess.kind, ledger)
  const questions = [...(habit.question ? [habit.question] : []), ...(made.questions ?? [])]
  return planOf({ table, guess, ledger, rowsRead }, { ...made, questions })
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

/** Names counts below zero on the records that came in without them. */
function tellOfNegatives(sheet: Sheet, kind: ImportKind, ledger: Ledger): void {
  const counts = kind.fields.filter(({ field, holds }) => holds === 'count' && sheet.has(field))
  if (counts.length === 0) return
  const out = new Set(ledger.refused.map(({ line }) => line))
  for (const record of sheet.table.records) {
    if (out.has(record.line)) continue
    for (const { field } of counts) {
      if ((sheet.number(record, field) ?? 0) >= 0) continue
      const heading = sheet.mapping.get(field) ?? field
      const why = `"${heading}" is ${sheet.text(record, field)}, and a count is never below zero; it was left out`
      ledger.warn(record, 'count-negative', why)
    }
  }
}

type Outcome = {
  readonly table: RawTable
  readonly guess: Guess | null
  readonly ledger: Ledger
  readonly rowsRead: number
}

function planOf(
  { table, guess, ledger, rowsRead }: Outcome,
  { acceptedCount, rows, batches, questions = [] }: Yield,
): ImportPlan {
  const issues = [...ledger.refused, ...ledger.issues].sort(
    (a, b) => (a.line ?? -1) - (b.line ?? -1),
  )
  return {
    file: table.file,
    format: table.format,
    kind: guess?.kind.id ?? null,
    mapping: guess?.sheet.mapping ?? new Map(),
    rowsRead,
    rowsAccepted: acceptedCount,
    rowsRefused: rowsRead - acceptedCount,
    issues,
    rows,
    batches,
    questions,
  }
}

function lackOf({ kind, sheet }: Guess): string | null {
  const missing = kind.needs.find((field) => !sheet.has(field))
  if (!missing) return null
  const [example] = kind.fields.find(({ field }) => field === missing)?.aliases ?? [missing]
  return `${sheet.table.file} cannot be read as ${kind.title}: no column says the ${missing}. Call it "${example}" and import again.`
}

function unknownKind({ file, headings }: RawTable): string {
  const kinds = IMPORT_KINDS.map(({ id }) => id).join(', ')
  const shown = headings.slice(0, 6).join(', ') || 'no columns'
  return `${file}: its columns (${shown}) do not tell what it is about. Say what it holds: ${kinds}.`
}

/** Rows with an id that an earlier row has: the same content once, other content only when asked. */
function withoutRepeats(
  sheet: Sheet,
  identity: readonly string[],
  ledger: Ledger,
): readonly RawRecord[] {
  const { records, lineNoun } = sheet.table
  if (!sheet.has('id')) return records
  const first = new Map<string, RawRecord>()
  return records.filter((record) => {
    const id = sheet.text(record, 'id')
    const key = JSON.stringify(identity.map((field) => sheet.text(record, field)))
    const earlier = first.get(key)
    if (id === '' || !earlier) {
      first.set(key, record)
      return true
    }
    if (contentOf(earlier) === contentOf(record)) {
      ledger.skip(record, 'duplicate-row', `it is the same as ${lineNoun} ${earlier.line}`)
    } else {
      const why = `"${id}" stands on ${lineNoun} ${earlier.line} with other content; say which of the two holds`
      ledger.refuse(record, 'duplicate-id', why)
    }
    return false
  })
}

function contentOf({ cells, geometry }: RawRecord): string {
  return JSON.stringify([cells, geometry])
}
