import { removeCommand } from '../edit-fields.ts'

/** Takes a unit out of the register. */
export const removeUnit = removeCommand({
  table: 'units',
  id: 'unit.remove',
  title: 'Remove unit',
  noun: 'unit',
  nameOf: ({ name }) => name,
})
