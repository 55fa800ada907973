import { remove } from '../../change.ts'
import { decksInOrder, slidesOf } from '../../decks-of.ts'
import { counted } from '../../figures.ts'
import type { Command } from '../command.ts'
import { rowAt } from '../row-fault.ts'

/** Takes a deck out with its slides; one always stays. */
export const removeDeck: Command<{ readonly id: string }> = {
  id: 'deck.remove',
  title: 'Delete deck',

  blocked(document, { id }) {
    const decks = decksInOrder(document)
    if (!decks.some((deck) => deck.id === id)) return 'That deck is no longer there.'
    return decks.length > 1 ? null : 'The only deck stays. Make another one first.'
  },

  change(document, { id }) {
    const deck = rowAt(document, 'decks', id)
    const slides = slidesOf(document, deck)
    const withSlides = slides.length > 0 ? ` and its ${counted(slides.length, 'slide')}` : ''
    return {
      note: `Delete deck ${deck.name}${withSlides}`,
      rows: [
        ...slides.map((slide) => remove(document, 'slides', slide.id)),
        remove(document, 'decks', id),
      ],
    }
  },
}
