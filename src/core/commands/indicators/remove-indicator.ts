import { removeCommand } from '../edit-fields.ts'
import { INDICATOR_WORDS } from './indicator-words.ts'

/** Takes an indicator out of need; one has to stay that weighs something. */
export const removeIndicator = removeCommand({
  ...INDICATOR_WORDS,
  id: 'indicator.remove',
  title: 'Remove indicator',
})
