import { removeCommand } from '../edit-fields.ts'

/** Takes out a criterion that people judge, or what was set of a measured one, which then has its defaults. */
export const removeCriterion = removeCommand({
  table: 'criteria',
  id: 'criterion.remove',
  title: 'Remove criterion',
  noun: 'criterion',
  nameOf: ({ name, measureId }) => name || (measureId ?? ''),
})
