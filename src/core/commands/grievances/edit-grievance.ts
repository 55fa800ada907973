import { editCommand } from '../edit-fields.ts'
import { GRIEVANCE_WORDS } from './grievance-words.ts'

/** Changes what is on record of a grievance, as its status. */
export const editGrievance = editCommand<'grievances'>({
  ...GRIEVANCE_WORDS,
  id: 'grievance.edit',
  title: 'Edit grievance',
  plainNote: 'Edit a grievance',
})
