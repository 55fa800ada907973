import { deckOf, slidesOf } from '../../decks-of.ts'
import type { OperationDocument } from '../../document.ts'
import type { Slide } from '../../records/slide.ts'
import type { Command } from '../command.ts'
import { rowAt } from '../row-fault.ts'
import { placedAt } from './placed-at.ts'
import { SLIDE_WORDS } from './slide-words.ts'

/** Moves a slide to a place in the order of its deck, counted from 0. */
export const moveSlide: Command<{ readonly id: string; readonly toIndex: number }> = {
  id: 'slide.move',
  title: 'Move slide',

  blocked(document, { id, toIndex }) {
    const slide = document.tables.slides.get(id)
    if (!slide) return 'That slide is no longer there.'
    const { length } = besides(document, slide)
    const isPlace = Number.isInteger(toIndex) && toIndex >= 0 && toIndex < length
    return isPlace ? null : 'There is no such place in the order.'
  },

  change(document, { id, toIndex }) {
    const slide = rowAt(document, 'slides', id)
    const note = `Move slide ${SLIDE_WORDS.nameOf(slide)}`
    const all = besides(document, slide)
    if (all[toIndex]?.id === id) return { note, rows: [] }
    const others = all.filter((other) => other.id !== id)
    return { note, rows: placedAt(document, others, toIndex, slide) }
  },
}

/** The slides of its deck. */
function besides(document: OperationDocument, { deckId }: Slide): readonly Slide[] {
  return slidesOf(document, deckOf(document, deckId))
}
