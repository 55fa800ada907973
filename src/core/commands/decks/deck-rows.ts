import { put, type RowChange } from '../../change.ts'
import { decksInOrder, FIRST_DECK, slidesOf } from '../../decks-of.ts'
import type { OperationDocument } from '../../document.ts'
import { keyBetween, spreadKeys } from '../../order-key.ts'
import type { Deck } from '../../records/deck.ts'
import type { Slide } from '../../records/slide.ts'

/** A deck by its id, the one that nobody made included; null: there is none. */
export function deckAt(document: OperationDocument, id: string): Deck | null {
  return decksInOrder(document).find((deck) => deck.id === id) ?? null
}

/** A key behind all decks. */
export function lastDeckKey(document: OperationDocument): string {
  return keyBetween(decksInOrder(document).at(-1)?.orderKey ?? null, null)
}

/**
 * The row of the deck that nobody made, where another deck is about to come and slides are in it: they
 * would else be of the new one.
 */
export function firstDeckKept(document: OperationDocument): RowChange[] {
  const isRow = document.tables.decks.size > 0
  if (isRow || slidesOf(document, FIRST_DECK).length === 0) return []
  return [put(document, 'decks', FIRST_DECK)]
}

/** Slides as all the slides of a deck, in this order. */
export function slidesIn(
  deckId: string,
  slides: readonly Omit<Slide, 'orderKey'>[],
): readonly Slide[] {
  const keys = spreadKeys(slides.length)
  return slides.map((slide, index) => ({ ...slide, deckId, orderKey: keys[index]! }))
}
