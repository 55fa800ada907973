import { removeCommand } from '../edit-fields.ts'
import { RESTRICTION_WORDS } from './restriction-words.ts'

/** Takes a restriction out altogether; one that has ended gets an end date instead. */
export const removeRestriction = removeCommand<'restrictions'>({
  ...RESTRICTION_WORDS,
  id: 'restriction.remove',
  title: 'Remove restriction',
})
