import { addCommand } from '../edit-fields.ts'
import { superiorFault, unitFault } from './unit-guard.ts'

/** Puts a new unit at a base, under another unit or under none. */
export const addUnit = addCommand({
  table: 'units',
  id: 'unit.add',
  title: 'Add unit',
  noun: 'unit',
  nameOf: ({ name }) => name,
  guard: (document, unit) =>
    superiorFault(document, unit, unit.parentId) ?? unitFault(document, unit),
})
