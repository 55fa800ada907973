import type { Columns } from '#core/columns/columns.ts'
import type { Command } from '#core/commands/command.ts'
import type { OperationDocument } from '#core/document.ts'
import type { ExtentDegrees } from '#core/geo/extent.ts'
import { type DocumentStore, runCommand } from '#state/document-store.ts'
import type { Selection } from '#state/screen-store.ts'

/** What rows are made from. */
export type TableFacts = {
  readonly document: OperationDocument
  /** Columns by dataset id. */
  readonly columns: ReadonlyMap<string, Columns>
  /** Decisions are shown of this one. */
  readonly scenarioId: string
}

/** One kind of table: what its rows are called and where they come from. */
export type TableKind = {
  readonly id: string
  /** "Control measures" */
  readonly title: string
  /** "control measure" and its plural: what a sentence calls its rows. */
  readonly noun: readonly [one: string, many: string]
  /** Why there may be none, and what makes some. */
  readonly ifNone: string
  /** Whether selected rows may be copied; what bears a label leaves by Export alone. */
  readonly isCopied: boolean
  /** The parts of the facts that the rows follow from: the same parts, the same rows. */
  readonly from: (facts: TableFacts) => readonly unknown[]
  readonly rowsOf: (facts: TableFacts) => TableRows
}

/** Rows by index. Nothing is made of a row before it is asked for, so that there may be 200,000. */
export type TableRows = {
  readonly count: number
  readonly columns: readonly TableColumn[]
  /** A row's own key, the same as long as the row is the same thing. */
  readonly keyAt: (index: number) => string
  readonly selectionAt: (index: number) => Selection
  /** −1: what is selected is none of these rows. */
  readonly indexOf: (selection: Selection) => number
  /** Null: it has no place. */
  readonly extentAt: (index: number) => ExtentDegrees | null
}

export type TableColumn = {
  readonly id: string
  readonly title: string
  readonly widthPixels: number
  /** What is shown; empty: unknown, or none. */
  readonly text: (index: number) => string
  /** What it is sorted by where that is no text; NaN: unknown, which comes last either way. */
  readonly number?: (index: number) => number
  /** Figures stand right. */
  readonly isFigure?: boolean
  /** Grid references and dates are written in the mono face. */
  readonly isMono?: boolean
  /** Left out of the search over all text: it would cost too much for what it finds. */
  readonly isSearched?: false
  /** The texts that it can be filtered by, in order; left out: it has no filter of its own. */
  readonly choices?: readonly string[]
  /** How the cell of a row is edited; null: not, in this row. */
  readonly edit?: (index: number) => CellEdit | null
}

/** Does what was entered. Returns the sentence that says why not, or null when it was done. */
export type Settle<T> = (documents: DocumentStore, next: T) => string | null

/** How a cell is edited, and the command that does it. */
export type CellEdit =
  | { readonly type: 'text'; readonly value: string; readonly settle: Settle<string> }
  | {
      readonly type: 'number'
      /** Null: unknown. */
      readonly value: number | null
      readonly min: number
      readonly max: number
      /** Whether it may be left empty, for unknown. */
      readonly isOptional: boolean
      readonly settle: Settle<number | null>
    }
  | {
      readonly type: 'choice'
      readonly value: string
      readonly choices: readonly { readonly id: string; readonly name: string }[]
      readonly settle: Settle<string>
    }
  /** Enter turns it over. */
  | { readonly type: 'yesNo'; readonly value: boolean; readonly settle: Settle<boolean> }

/** A settling that runs a command with what was entered. */
export function byCommand<A, T>(command: Command<A>, argsOf: (next: T) => A): Settle<T> {
  return (documents, next) => runCommand(documents, command, argsOf(next))
}
