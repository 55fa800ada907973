import { editCommand } from '../edit-fields.ts'
import { postingFault } from './accept-plan.ts'
import { postingName } from './posting-words.ts'

/** Changes how many are posted, when, from where, or why. */
export const editPosting = editCommand({
  table: 'postings',
  id: 'posting.edit',
  title: 'Edit posting',
  noun: 'posting',
  nameOf: postingName,
  guard: (document, _before, after) => (after ? postingFault(document, after) : null),
})
