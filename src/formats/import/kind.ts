import type { Columns } from '#core/columns/columns.ts'
import type { RowLists } from '#core/commands/add-rows.ts'
import type { OperationDocument } from '#core/document.ts'
import type { Dataset } from '#core/records/dataset.ts'
import type { RawRecord } from '../raw-table.ts'
import type { Ledger } from './ledger.ts'
import type { Whereabouts } from './locate.ts'
import type { Answers, Question } from './question.ts'
import type { FieldSpec, Sheet } from './sheet.ts'

/** What an import is made against; the document is read, never changed. */
export type ImportContext = Whereabouts & {
  readonly document: OperationDocument
  /** UTC ISO: when the import happens. */
  readonly now: string
  /** SHA-256 of the file; null where there is no file, such as a paste. */
  readonly fileHash: string | null
  /** What a person answered to the questions of an earlier plan. */
  readonly answers?: Answers
  /**
   * Ids of the datasets of protected incidents that came in before; left out: the operation is new, and
   * none can have.
   */
  readonly protectedBefore?: ReadonlySet<string> | undefined
}

/** A dataset with its columns. */
export type Batch = { readonly dataset: Dataset; readonly columns: Columns }

/** What came of the records of one table. */
export type Yield = {
  readonly acceptedCount: number
  readonly rows: RowLists
  readonly batches: readonly Batch[]
  /** What the kind leaves to a person. */
  readonly questions?: readonly Question[]
  /** Datasets that are taken out, for a batch takes their place. */
  readonly replacedDatasetIds?: readonly string[]
}

/** Reads the records of a file piece by piece, for kinds whose rows come by the million. */
export type RowReader = {
  /** Puts every record into rows or into the ledger. */
  readonly add: (records: readonly RawRecord[]) => void
  readonly end: () => Yield
}

/** A kind of thing that tables are about, and how its rows are made. A new one is a file and a line in the registry. */
export type ImportKind = {
  readonly id: string
  /** In the plural, for sentences: "communities". */
  readonly title: string
  readonly fields: readonly FieldSpec[]
  /** Fields without which nothing can be made. */
  readonly needs: readonly string[]
  /** The fields that make a row one of its own; left out: its id. */
  readonly identity?: readonly string[]
  /** How well a table fits, from its headings and geometry: 0 not at all, 1 beyond doubt. */
  readonly fit: (sheet: Sheet) => number
  /** Which of several tables of this kind comes first: counties before districts. */
  readonly rank?: (sheet: Sheet) => number
  /** Its rows are edits of what is there already: that they take its place needs no telling. */
  readonly isEdit?: true
  /** Puts every record into rows or into the ledger. */
  readonly read: (sheet: Sheet, ledger: Ledger, context: ImportContext) => Yield
  /** Reads a file that is too large to be a table; left out: it is gathered into one first. */
  readonly reader?: (sheet: Sheet, ledger: Ledger, context: ImportContext) => RowReader
}
