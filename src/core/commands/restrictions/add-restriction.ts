import { addCommand } from '../edit-fields.ts'
import { RESTRICTION_WORDS } from './restriction-words.ts'

/** Puts a restriction on movement. */
export const addRestriction = addCommand<'restrictions'>({
  ...RESTRICTION_WORDS,
  id: 'restriction.add',
  title: 'Add restriction',
})
