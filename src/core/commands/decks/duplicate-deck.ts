import { put } from '../../change.ts'
import { decksInOrder, slidesOf } from '../../decks-of.ts'
import { freeName } from '../../free-name.ts'
import type { Command } from '../command.ts'
import { copiedSlide } from '../slides/copied-slide.ts'
import { deckAt, firstDeckKept, lastDeckKey, slidesIn } from './deck-rows.ts'

/** Copies a deck with its slides, as its first edition, behind the others. */
export const duplicateDeck: Command<{
  readonly id: string
  readonly newId: string
  /** One for each of its slides. */
  readonly slideIds: readonly string[]
}> = {
  id: 'deck.duplicate',
  title: 'Duplicate deck',

  blocked(document, { id, newId, slideIds }) {
    const deck = deckAt(document, id)
    if (!deck) return 'That deck is no longer there.'
    const isTaken = slideIds.some((slideId) => document.tables.slides.has(slideId))
    if (deckAt(document, newId) || isTaken || new Set(slideIds).size < slideIds.length) {
      return 'There is a deck or a slide with this id already.'
    }
    const { length } = slidesOf(document, deck)
    return slideIds.length === length ? null : 'The deck has another number of slides by now.'
  },

  change(document, { id, newId, slideIds }) {
    const deck = deckAt(document, id)
    if (!deck) throw new Error(`decks/${id} is not there`)
    const names = decksInOrder(document).map(({ name }) => name)
    const name = freeName(`${deck.name} copy`.slice(0, 480), names)
    const copy = { ...deck, id: newId, name, edition: 1, orderKey: lastDeckKey(document) }
    const slides = slidesOf(document, deck).map((slide, at) => copiedSlide(slide, slideIds[at]!))
    return {
      note: `Duplicate deck ${deck.name}`,
      rows: [
        ...firstDeckKept(document),
        put(document, 'decks', copy),
        ...slidesIn(newId, slides).map((slide) => put(document, 'slides', slide)),
      ],
    }
  },
}
