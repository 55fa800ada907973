import { editCommand } from '../edit-fields.ts'

/** Changes a base, or moves it on the map. */
export const editBase = editCommand({
  table: 'bases',
  id: 'base.edit',
  title: 'Edit base',
  noun: 'base',
  nameOf: ({ name }) => name,
})
