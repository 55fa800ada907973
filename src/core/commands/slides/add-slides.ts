import { put } from '../../change.ts'
import { counted } from '../../figures.ts'
import { keyBetween } from '../../order-key.ts'
import type { Slide } from '../../records/slide.ts'
import type { Command } from '../command.ts'
import { addSlide } from './add-slide.ts'
import { slidesInOrder } from './slide-words.ts'

/** Puts several slides at the end of the briefing, in one step. */
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
    let last = slidesInOrder(document).at(-1)?.orderKey ?? null
    const rows = slides.map((slide) => {
      last = keyBetween(last, null)
      return put(document, 'slides', { ...slide, orderKey: last })
    })
    return { note: `Add ${counted(slides.length, 'slide')} to the briefing`, rows }
  },
}
