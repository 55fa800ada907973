import { addCommand } from '../edit-fields.ts'

/** Puts a base on the map. */
export const addBase = addCommand({
  table: 'bases',
  id: 'base.add',
  title: 'Add base',
  noun: 'base',
  nameOf: ({ name }) => name,
})
