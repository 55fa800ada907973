import type { OperationDocument } from '#core/document.ts'
import type { DatasetKind } from '#core/records/dataset.ts'
import type { ReleaseLevel } from '#core/records/deck.ts'
import type { ChartBlock } from '#core/records/page.ts'
import type { ProductFacts } from '../facts.ts'

/** A chart of the facts, as numbers that every face draws. A new one is a file beside this and a line in the registry. */
export type Chart = {
  readonly id: string
  readonly title: string
  readonly datasetKinds: readonly DatasetKind[]
  /** The highest level that may see it: what tells of single places or of what is planned is internal. */
  readonly widestLevel: ReleaseLevel
  /** What has to be worked out for it beside the facts. */
  readonly needs: 'facts' | 'situation' | 'comparison'
  /** Why there is nothing to draw, in a sentence; null: there is. */
  readonly fault: (document: OperationDocument) => string | null
  /** Null: something that it rests on is not worked out yet. */
  readonly draw: (
    facts: ProductFacts,
    asked: { readonly scenarioId: string; readonly againstScenarioId: string | null },
  ) => ChartBlock | null
  /** What it shows, in a sentence from its numbers. */
  readonly headline: (block: ChartBlock) => string
}
