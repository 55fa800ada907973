import { removeCommand } from '../edit-fields.ts'
import { SLIDE_WORDS } from './slide-words.ts'

/** Takes a slide out of the briefing. */
export const removeSlide = removeCommand<'slides'>({
  ...SLIDE_WORDS,
  id: 'slide.remove',
  title: 'Remove slide',
})
