import { put } from '../../change.ts'
import { counted } from '../../figures.ts'
import type { Deck } from '../../records/deck.ts'
import type { Slide } from '../../records/slide.ts'
import type { Command } from '../command.ts'
import { rowFault } from '../row-fault.ts'
import { addSlides } from '../slides/add-slides.ts'
import { deckAt, firstDeckKept, lastDeckKey, slidesIn } from './deck-rows.ts'

/** A deck to begin with, and its slides in order; they may be none. */
export type NewDeck = {
  readonly deck: Omit<Deck, 'orderKey'>
  readonly slides: readonly Omit<Slide, 'orderKey'>[]
}

/** Puts a deck behind the others, with its slides, in one step. */
export const addDeck: Command<NewDeck> = {
  id: 'deck.add',
  title: 'New deck',

  blocked(document, { deck, slides }) {
    if (deckAt(document, deck.id)) return 'There is a deck with this id already.'
    const fault = rowFault('decks', { ...deck, orderKey: 'a' })
    if (fault !== null || slides.length === 0) return fault
    return addSlides.blocked(document, { slides })
  },

  change(document, { deck, slides }) {
    const row = { ...deck, orderKey: lastDeckKey(document) }
    const withSlides = slides.length > 0 ? ` with ${counted(slides.length, 'slide')}` : ''
    return {
      note: `New deck ${deck.name}${withSlides}`,
      rows: [
        ...firstDeckKept(document),
        put(document, 'decks', row),
        ...slidesIn(deck.id, slides).map((slide) => put(document, 'slides', slide)),
      ],
    }
  },
}
