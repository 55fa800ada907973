import { editCommand } from '../edit-fields.ts'

/** Changes an indicator's name, goalposts or direction. */
export const editIndicator = editCommand({
  table: 'indicators',
  id: 'indicator.edit',
  title: 'Edit indicator',
  noun: 'indicator',
  nameOf: ({ name }) => name,
})
