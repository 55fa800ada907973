import { editCommand } from '../edit-fields.ts'
import { superiorFault, unitFault } from './unit-guard.ts'

/** Changes a unit, moves it to another base, or puts it under another unit. */
export const editUnit = editCommand({
  table: 'units',
  id: 'unit.edit',
  title: 'Edit unit',
  noun: 'unit',
  nameOf: ({ name }) => name,
  guard: (document, before, after) => {
    if (!after) return null
    const fault =
      before.parentId === after.parentId ? null : superiorFault(document, before, after.parentId)
    return fault ?? unitFault(document, after)
  },
})
