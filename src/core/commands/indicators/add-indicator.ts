import { addCommand } from '../edit-fields.ts'

/** Puts another part of need. */
export const addIndicator = addCommand({
  table: 'indicators',
  id: 'indicator.add',
  title: 'Add indicator',
  noun: 'indicator',
  nameOf: ({ name }) => name,
})
