import { editCommand } from '../edit-fields.ts'

/** Renames a COA or says anew what it is about. */
export const editScenario = editCommand({
  table: 'scenarios',
  id: 'scenario.edit',
  title: 'Edit COA',
  noun: 'COA',
  nameOf: ({ name }) => name,
  guard: (_document, before, after) =>
    after && after.isBaseline !== before.isBaseline
      ? 'Which scenario is the current posture cannot be changed.'
      : null,
})
