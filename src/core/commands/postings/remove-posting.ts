import { removeCommand } from '../edit-fields.ts'
import { postingName } from './posting-words.ts'

/** Takes a posting back: the units stay where they were. */
export const removePosting = removeCommand({
  table: 'postings',
  id: 'posting.remove',
  title: 'Remove posting',
  noun: 'posting',
  nameOf: postingName,
})
