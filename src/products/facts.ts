import type { Matrix } from '#analysis/compare/matrix/matrix.ts'
import type { Comparison } from '#analysis/compare/scenario-measures.ts'
import type { Ground } from '#analysis/ground.ts'
import type { Situation } from '#analysis/situation.ts'
import type { Columns } from '#core/columns/columns.ts'
import type { OperationDocument } from '#core/document.ts'
import type { Deck } from '#core/records/deck.ts'

/** Courses by criteria, and which of them is recommended; null: none. */
export type Judged = { readonly matrix: Matrix; readonly recommendedId: string | null }

/** What pages are made from. A part that is not worked out yet is missing or null. */
export type ProductFacts = {
  /** As the readers of the deck may know it: see `documentAt`. */
  readonly document: OperationDocument
  /** Of the datasets that its document has; a face that needs none gives none. */
  readonly columns: ReadonlyMap<string, Columns>
  readonly ground: Ground | null
  /** By scenario id. */
  readonly situations: Readonly<Record<string, Situation>>
  readonly comparison: Comparison | null
  /** The courses that a slide needs, by the weights of the document. */
  readonly judged: Judged | null
  /** Why something is missing and will not come by itself, in a sentence; null: it is on its way. */
  readonly fault: string | null
  readonly deck: Deck
  /** UTC ISO, from which ages are counted. */
  readonly nowAt: string
  /** UTC ISO: the clock, which a picture of another day does not move. */
  readonly clockAt: string
}
