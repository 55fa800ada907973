import { deckOf, slidesOf } from '../../decks-of.ts'
import type { Command } from '../command.ts'
import { rowAt } from '../row-fault.ts'
import { copiedSlide } from './copied-slide.ts'
import { placedAt } from './placed-at.ts'
import { SLIDE_WORDS } from './slide-words.ts'

/** Puts a copy of a slide right behind it. */
export const duplicateSlide: Command<{ readonly id: string; readonly newId: string }> = {
  id: 'slide.duplicate',
  title: 'Duplicate slide',

  blocked({ tables }, { id, newId }) {
    if (!tables.slides.has(id)) return 'That slide is no longer there.'
    return tables.slides.has(newId) ? 'There is a slide with this id already.' : null
  },

  change(document, { id, newId }) {
    const slide = rowAt(document, 'slides', id)
    const all = slidesOf(document, deckOf(document, slide.deckId))
    const toIndex = all.findIndex((each) => each.id === id) + 1
    return {
      note: `Duplicate slide ${SLIDE_WORDS.nameOf(slide)}`,
      rows: placedAt(document, all, toIndex, copiedSlide(slide, newId)),
    }
  },
}
