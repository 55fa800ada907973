import type { Restriction } from '#core/records/restriction.ts'
import type { Facts } from './document-inputs.ts'

/** A restriction in hand, as the answers take it. */
export type Drafting = {
  /**
   * The draft to answer for now. While an answer is being worked out drafts wait and only the last of
   * them is taken: the answer before the first is there to compare with, and answers arrive however
   * fast the hand moves. What was let go of goes at once.
   */
  next(wanted: Restriction | null, isSettled: boolean): Restriction | null
  /** The facts with the draft in place of its row; the same rows for the same draft. */
  factsWith(facts: Facts, draft: Restriction | null): Facts
}

export function createDrafting(): Drafting {
  let taken: Restriction | null = null
  let last: {
    readonly restrictions: ReadonlyMap<string, Restriction>
    readonly draft: Restriction
    readonly drafted: ReadonlyMap<string, Restriction>
  } | null = null
  const drafted = (restrictions: ReadonlyMap<string, Restriction>, draft: Restriction) => {
    if (last?.restrictions !== restrictions || last.draft !== draft) {
      last = { restrictions, draft, drafted: new Map(restrictions).set(draft.id, draft) }
    }
    return last.drafted
  }
  return {
    next(wanted, isSettled) {
      if (wanted === null || isSettled) taken = wanted
      return taken
    },
    factsWith({ document, columns }, draft) {
      if (!draft) return { document, columns }
      const restrictions = drafted(document.tables.restrictions, draft)
      const tables = { ...document.tables, restrictions }
      return { document: { ...document, tables }, columns }
    },
  }
}
