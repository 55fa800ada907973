import { addCommand } from '../edit-fields.ts'
import { GRIEVANCE_WORDS } from './grievance-words.ts'

/** Puts a new grievance on record. */
export const addGrievance = addCommand<'grievances'>({
  ...GRIEVANCE_WORDS,
  id: 'grievance.add',
  title: 'Add grievance',
  plainNote: 'Add a grievance',
})
