import type { OperationDocument } from './document.ts'
import type { Deck } from './records/deck.ts'
import type { Slide } from './records/slide.ts'

/** Where nobody made a deck, slides are in this one; it becomes a row once something of it is set. */
export const FIRST_DECK: Deck = {
  id: 'briefing',
  name: 'Briefing',
  orderKey: 'V',
  templateId: null,
  level: 'internal',
  periodDays: 7,
  isLooping: true,
  author: '',
  distribution: '',
  edition: 1,
}

/** Decks in the order people gave them; always at least one. */
export function decksInOrder({ tables }: OperationDocument): readonly Deck[] {
  const decks = [...tables.decks.values()].sort(inOrder)
  return decks.length > 0 ? decks : [FIRST_DECK]
}

/** The deck of an id; the first where there is none of it. */
export function deckOf(document: OperationDocument, id: string | null | undefined): Deck {
  const decks = decksInOrder(document)
  return decks.find((deck) => deck.id === id) ?? decks[0] ?? FIRST_DECK
}

/** A document with a deck as it is given, in place of the one of its id. */
export function withDeck(document: OperationDocument, deck: Deck): OperationDocument {
  const decks = new Map([...document.tables.decks, [deck.id, deck]])
  return { ...document, tables: { ...document.tables, decks } }
}

/** Slides of a deck in the order in which they are shown. */
export function slidesOf(document: OperationDocument, deck: Pick<Deck, 'id'>): Slide[] {
  return [...document.tables.slides.values()]
    .filter(({ deckId }) => deckOf(document, deckId).id === deck.id)
    .sort(inOrder)
}

/** What the speaker says; of a text slide the body is its paragraphs. */
export function notesOf({ notes, kind, body }: Pick<Slide, 'notes' | 'kind' | 'body'>): string {
  return notes ?? (kind === 'text' ? '' : body)
}

function inOrder(a: Pick<Deck, 'id' | 'orderKey'>, b: Pick<Deck, 'id' | 'orderKey'>): number {
  if (a.orderKey !== b.orderKey) return a.orderKey < b.orderKey ? -1 : 1
  return a.id < b.id ? -1 : 1
}
