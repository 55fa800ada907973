import { editCommand } from '../edit-fields.ts'
import { ENGAGEMENT_WORDS } from './engagement-words.ts'

/** Changes what is on record of an engagement, as its status. */
export const editEngagement = editCommand<'engagements'>({
  ...ENGAGEMENT_WORDS,
  id: 'engagement.edit',
  title: 'Edit engagement',
})
