import { removeCommand } from '../edit-fields.ts'
import { RESTRICTION_WORDS } from './restriction-words.ts'

/** Takes a restriction out. */
export const removeRestriction = removeCommand<'restrictions'>({
  ...RESTRICTION_WORDS,
  id: 'restriction.remove',
  title: 'Remove restriction',
})
