import { editCommand } from '../edit-fields.ts'
import { postingFault } from './accept-plan.ts'

/** Changes how many are posted, when, from where, or why. */
export const editPosting = editCommand({
  table: 'postings',
  id: 'posting.edit',
  title: 'Edit posting',
  noun: 'posting',
  nameOf: ({ count, typeId, placeId }) => `${count} × ${typeId} to ${placeId}`,
  guard: (document, _before, after) => (after ? postingFault(document, after) : null),
})
