import { editCommand } from '../edit-fields.ts'
import { RESTRICTION_WORDS } from './restriction-words.ts'

/** Changes what a restriction does, where, when, or how sure it is. */
export const editRestriction = editCommand<'restrictions'>({
  ...RESTRICTION_WORDS,
  id: 'restriction.edit',
  title: 'Edit restriction',
})
