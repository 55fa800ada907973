import { put } from '../../change.ts'
import { deckOf, slidesOf } from '../../decks-of.ts'
import { counted } from '../../figures.ts'
import { keyBetween } from '../../order-key.ts'
import type { Slide } from '../../records/slide.ts'
import type { Command } from '../command.ts'
import { addSlide } from './add-slide.ts'

/** Puts several slides of one deck at its end, in one step. */
export const addSlides: Command<{ readonly slides: readonly Omit<Slide, 'orderKey'>[] }> = {
  id: 'slide.addSeveral',
  title: 'Add slides',

  blocked(document, { slides }) {
    if (slides.length === 0) return 'There is no slide to add.'
    if (new Set(slides.map(({ id }) => id)).size < slides.length) {
      return 'Two of the slides have one id.'
    }
    const faults = slides.map((slide) => addSlide.blocked(document, { slide }))
    return faults.find((fault) => fault !== null) ?? null
  },

  change(document, { slides }) {
    let last = slidesOf(document, deckOf(document, slides[0]?.deckId)).at(-1)?.orderKey ?? null
    const rows = slides.map((slide) => {
      last = keyBetween(last, null)
      return put(document, 'slides', { ...slide, orderKey: last })
    })
    return { note: `Add ${counted(slides.length, 'slide')} to the briefing`, rows }
  },
}
