import { put } from '../../change.ts'
import { deckOf, slidesOf } from '../../decks-of.ts'
import { keyBetween } from '../../order-key.ts'
import type { Slide } from '../../records/slide.ts'
import type { Command } from '../command.ts'
import { rowFault } from '../row-fault.ts'
import { SLIDE_WORDS } from './slide-words.ts'

/** Puts a slide, such as the view on the screen, at the end of its deck. */
export const addSlide: Command<{ readonly slide: Omit<Slide, 'orderKey'> }> = {
  id: 'slide.add',
  title: 'Add slide',

  blocked(document, { slide }) {
    if (document.tables.slides.has(slide.id)) return 'There is a slide with this id already.'
    const row = { ...slide, orderKey: 'a' }
    return SLIDE_WORDS.guard(document, row, row) ?? rowFault('slides', row)
  },

  change(document, { slide }) {
    const orderKey = keyBetween(
      slidesOf(document, deckOf(document, slide.deckId)).at(-1)?.orderKey ?? null,
      null,
    )
    return {
      note: `Add slide ${SLIDE_WORDS.nameOf({ ...slide, orderKey })}`,
      rows: [put(document, 'slides', { ...slide, orderKey })],
    }
  },
}
