import { editCommand } from '../edit-fields.ts'

/** Changes a unit, or moves it to another base. */
export const editUnit = editCommand({
  table: 'units',
  id: 'unit.edit',
  title: 'Edit unit',
  noun: 'unit',
  nameOf: ({ name }) => name,
  guard: ({ tables }, _before, after) => {
    if (!after) return null
    if (!tables.bases.has(after.baseId)) return 'That base is no longer there.'
    const unknown = after.elements.find(({ typeId }) => !tables.resourceTypes.has(typeId))
    return unknown ? `The type ${unknown.typeId} is not known. Add it first.` : null
  },
})
