import type { OperationDocument } from '#core/document.ts'
import type { Deck } from '#core/records/deck.ts'
import type { Slide } from '#core/records/slide.ts'

/** A briefing to begin with: its deck and its slides, live from the first moment. */
export type Template = {
  readonly id: string
  readonly title: string
  /** What it is for, in a sentence. */
  readonly about: string
  readonly make: (
    document: OperationDocument,
    newId: () => string,
  ) => {
    readonly deck: Omit<Deck, 'orderKey'>
    readonly slides: readonly Omit<Slide, 'orderKey'>[]
    /** Slides that were left out as they could say nothing yet, and why, a sentence each. */
    readonly told?: readonly string[]
  }
}
