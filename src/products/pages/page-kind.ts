import type { OperationDocument } from '#core/document.ts'
import type { DatasetKind } from '#core/records/dataset.ts'
import type { ReleaseLevel } from '#core/records/deck.ts'
import type { PageBlock, PageCoa } from '#core/records/page.ts'
import type { Slide } from '#core/records/slide.ts'
import type { ProductFacts } from '../facts.ts'

/** What a page rests on beside the document. */
export type PageNeeds = {
  /** Scenarios whose situation it shows. */
  readonly scenarioIds: readonly string[]
  /** Two of them set side by side; null: nothing is compared. */
  readonly comparison: { readonly fromId: string; readonly toId: string } | null
  /** Set side by side by every criterion; null: no matrix. */
  readonly courseIds: readonly string[] | null
  /** Data that a decision on it rests on. */
  readonly datasetKinds: readonly DatasetKind[]
}

/** What a page says, as far as it can (null: nothing), and in a sentence what is missing of it; null: nothing is. */
export type PageBody = {
  readonly blocks: readonly PageBlock[] | null
  readonly missing: string | null
  /** What was left out or made coarser for its readers, a sentence each; left out: nothing. */
  readonly withheld?: readonly string[]
}

/**
 * One way to say something on a slide, on every face of a briefing. A new one is a folder beside this
 * and a line in the registry.
 */
export type PageKind = {
  readonly id: Slide['kind']
  readonly title: string
  readonly needs: (slide: Slide, document: OperationDocument) => PageNeeds
  /** Layer types that would hide what this kind is there to show. */
  readonly leavesOut: readonly string[]
  /** Why it cannot be shown, in a sentence for the person; null if it can. */
  readonly fault: (slide: Slide, document: OperationDocument) => string | null
  /** The most readers that what it shows may have; left out: everybody whose document has it. */
  readonly widestLevel?: (slide: Slide) => ReleaseLevel
  readonly coas: (slide: Slide, document: OperationDocument) => readonly PageCoa[]
  /** From when to when its dated marks are; null: all dates, or it has none. */
  readonly window: (slide: Slide) => string | null
  readonly body: (slide: Slide, facts: ProductFacts) => PageBody
  /** A headline that says what it shows, from its figures; null: there are none, or not yet. */
  readonly suggestHeadline: (slide: Slide, facts: ProductFacts) => string | null
}
