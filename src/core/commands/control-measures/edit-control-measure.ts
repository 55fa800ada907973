import { editCommand } from '../edit-fields.ts'
import { lockedMeasure, measureFault } from './control-measure-guard.ts'

/** Renames, moves, locks or unlocks a control measure; a locked one is only unlocked. */
export const editControlMeasure = editCommand({
  table: 'controlMeasures',
  id: 'controlMeasure.edit',
  title: 'Edit control measure',
  noun: 'control measure',
  nameOf: ({ name }) => name,
  guard: (document, before, after) => {
    if (!after) return null
    const isUnlock = before.isLocked && !after.isLocked
    return (isUnlock ? null : lockedMeasure(before)) ?? measureFault(document, after)
  },
})
