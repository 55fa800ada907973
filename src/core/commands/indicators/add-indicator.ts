import { addCommand } from '../edit-fields.ts'
import { INDICATOR_WORDS } from './indicator-words.ts'

/** Adds an indicator to need. */
export const addIndicator = addCommand({
  ...INDICATOR_WORDS,
  id: 'indicator.add',
  title: 'Add indicator',
})
