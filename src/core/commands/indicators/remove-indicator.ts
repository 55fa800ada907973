import { removeCommand } from '../edit-fields.ts'

/** Takes a part of need out. */
export const removeIndicator = removeCommand({
  table: 'indicators',
  id: 'indicator.remove',
  title: 'Remove indicator',
  noun: 'indicator',
  nameOf: ({ name }) => name,
})
