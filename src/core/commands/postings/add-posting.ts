import { addCommand } from '../edit-fields.ts'
import { postingFault } from './accept-plan.ts'

/** Posts units as a person decides, without a plan. */
export const addPosting = addCommand({
  table: 'postings',
  id: 'posting.add',
  title: 'Add posting',
  noun: 'posting',
  nameOf: ({ count, typeId, placeId }) => `${count} × ${typeId} to ${placeId}`,
  guard: postingFault,
})
