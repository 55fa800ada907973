import { deckOf, slidesOf } from '../../decks-of.ts'
import type { Command } from '../command.ts'
import { rowAt } from '../row-fault.ts'
import { placedAt } from './placed-at.ts'
import { SLIDE_WORDS } from './slide-words.ts'

/** Puts a slide at the end of another deck. */
export const moveSlideToDeck: Command<{ readonly id: string; readonly deckId: string }> = {
  id: 'slide.moveToDeck',
  title: 'Move slide to another deck',

  blocked(document, { id, deckId }) {
    const slide = document.tables.slides.get(id)
    if (!slide) return 'That slide is no longer there.'
    if (deckOf(document, slide.deckId).id === deckId) return 'The slide is in that deck already.'
    return document.tables.decks.has(deckId) ? null : 'That deck is no longer there.'
  },

  change(document, { id, deckId }) {
    const slide = rowAt(document, 'slides', id)
    const deck = rowAt(document, 'decks', deckId)
    const others = slidesOf(document, deck)
    return {
      note: `Move slide ${SLIDE_WORDS.nameOf(slide)} to ${deck.name}`,
      rows: placedAt(document, others, others.length, { ...slide, deckId }),
    }
  },
}
