import { editCommand } from '../edit-fields.ts'

/** Changes what a type of people or materials can do, weighs or costs. */
export const editResourceType = editCommand({
  table: 'resourceTypes',
  id: 'resourceType.edit',
  title: 'Edit type',
  noun: 'type',
  nameOf: ({ name }) => name,
  guard: ({ tables }, _before, after) => {
    if (!after?.needs) return null
    if (after.needs.typeId === after.id) return 'A type cannot need itself.'
    return tables.resourceTypes.has(after.needs.typeId)
      ? null
      : `The type ${after.needs.typeId} is not known. Add it first.`
  },
})
