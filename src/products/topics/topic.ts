import type { OperationDocument } from '#core/document.ts'
import type { DatasetKind } from '#core/records/dataset.ts'
import type { ReleaseLevel } from '#core/records/deck.ts'
import type { PageBlock } from '#core/records/page.ts'
import type { ProductFacts } from '../facts.ts'

/** What a topic says of an operation, worked out from its facts for the readers of a level. */
export type TopicSaid = {
  readonly headline: string
  readonly blocks: readonly PageBlock[]
  /** What was left out or made coarser for its readers, a sentence each. */
  readonly withheld: readonly string[]
}

/**
 * One thing that a report tells: "What people told us", "Incidents and their trend". A new one is a file
 * beside this and a line in the registry.
 */
export type Topic = {
  readonly id: string
  readonly title: string
  readonly datasetKinds: readonly DatasetKind[]
  readonly widestLevel: ReleaseLevel
  /** What has to be worked out for it beside the facts. */
  readonly needs: 'facts' | 'situation'
  /** Why there is nothing to say, in a sentence; null: there is. */
  readonly fault: (document: OperationDocument) => string | null
  /** Null: something that it rests on is not worked out yet. */
  readonly say: (facts: ProductFacts, scenarioId: string) => TopicSaid | null
}
