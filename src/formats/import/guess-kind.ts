import type { RawTable } from '../raw-table.ts'
import { type ImportChoice, NO_CHOICE } from './import-choice.ts'
import type { ImportContext, ImportKind } from './kind.ts'
import { IMPORT_KINDS } from './kinds/registry.ts'
import { scenarioNames } from './kinds/scenario-of.ts'
import type { Ledger } from './ledger.ts'
import { mappingOf, type Sheet, sheetOf } from './sheet.ts'

/** A table and the kind it is taken for. */
export type Guess = { readonly kind: ImportKind; readonly sheet: Sheet; readonly fit: number }

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

export function lackOf({ kind, sheet }: Guess, { document }: ImportContext): string | null {
  const missing = kind.needs.find((field) => !sheet.has(field))
  if (!missing) return null
  const [example] = kind.fields.find(({ field }) => field === missing)?.aliases ?? [missing]
  const allowed = missing === 'scenario' ? `, write in it one of ${scenarioNames(document)},` : ''
  return `${sheet.table.file} cannot be read as ${kind.title}: no column says the ${missing}. Call it "${example}"${allowed} and import again.`
}

export function unknownKind({ file, headings }: RawTable): string {
  const kinds = IMPORT_KINDS.map(({ title }) => title)
  const shown = headings.slice(0, 6).join(', ') || 'no columns'
  return `${file}: its columns (${shown}) do not tell what it is about. Say what it is to be read as: ${kinds.join(', ')}.`
}

/** Below this a table fits a kind only because it fits no other. */
const SURE_FIT = 0.5

/** Says that a table came in as the kind that it fits best, though little speaks for it. */
export function tellOfKind({ kind, sheet, fit }: Guess, ledger: Ledger): void {
  if (fit >= SURE_FIT) return
  const message = `${sheet.table.file} says little of what it holds; it was read as ${kind.title}. If it is something else, say what it is to be read as.`
  ledger.tell('warning', 'kind-guessed', message)
}
