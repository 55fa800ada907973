import { addCommand } from '../edit-fields.ts'
import { ENGAGEMENT_WORDS } from './engagement-words.ts'

/** Puts an engagement on record, held or planned. */
export const addEngagement = addCommand<'engagements'>({
  ...ENGAGEMENT_WORDS,
  id: 'engagement.add',
  title: 'Add engagement',
})
