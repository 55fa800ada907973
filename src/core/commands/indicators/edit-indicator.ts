import { editCommand } from '../edit-fields.ts'
import { INDICATOR_WORDS } from './indicator-words.ts'

/** Sets where an indicator scores 0 and 10, which way it counts, or its name. */
export const editIndicator = editCommand({
  ...INDICATOR_WORDS,
  id: 'indicator.edit',
  title: 'Edit indicator',
})
