import { editCommand } from '../edit-fields.ts'

/** What everything is compared with must not be a supposition. */
const POSTURE_IS_FACT =
  'The current posture is what is there, so it is under no shock. Make a COA of it and put that under the shock.'

/** Renames a COA, says anew what it is about or takes for granted, archives it, or puts it under shocks. */
export const editScenario = editCommand({
  table: 'scenarios',
  id: 'scenario.edit',
  title: 'Edit COA',
  noun: 'COA',
  nameOf: ({ name }) => name,
  guard: ({ tables }, before, after) => {
    if (!after) return null
    if (after.isBaseline !== before.isBaseline) {
      return 'Which scenario is the current posture cannot be changed.'
    }
    if (after.isBaseline && after.shockIds.length > 0) return POSTURE_IS_FACT
    if (after.isBaseline && (after.isArchived || after.forceAt)) {
      return 'The current posture is what is there now: it is never archived, and starts from no other force.'
    }
    const isKnown = after.shockIds.every((id) => tables.shocks.has(id))
    return isKnown ? null : 'That shock is no longer there.'
  },
})
