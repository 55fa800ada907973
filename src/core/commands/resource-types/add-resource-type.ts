import { addCommand } from '../edit-fields.ts'

/** Puts another type of people or materials. */
export const addResourceType = addCommand({
  table: 'resourceTypes',
  id: 'resourceType.add',
  title: 'Add type',
  noun: 'type',
  nameOf: ({ name }) => name,
})
