import { addCommand } from '../edit-fields.ts'

/** Puts a unit at a base. */
export const addUnit = addCommand({
  table: 'units',
  id: 'unit.add',
  title: 'Add unit',
  noun: 'unit',
  nameOf: ({ name }) => name,
  guard: ({ tables }, unit) =>
    tables.bases.has(unit.baseId) ? null : 'That base is no longer there.',
})
