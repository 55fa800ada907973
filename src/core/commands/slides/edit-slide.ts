import { editCommand } from '../edit-fields.ts'
import { SLIDE_WORDS } from './slide-words.ts'

/** Changes what a slide says or shows. */
export const editSlide = editCommand<'slides'>({
  ...SLIDE_WORDS,
  id: 'slide.edit',
  title: 'Edit slide',
})
