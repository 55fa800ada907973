import { editCommand } from '../edit-fields.ts'
import { answeringFault, lockedZone, outlineFault, scenarioFault } from './zone-guard.ts'

/** Renames a zone, gives it another kind or tint, or another COA. */
export const editZone = editCommand({
  table: 'zones',
  id: 'zone.edit',
  title: 'Edit zone',
  noun: 'zone',
  nameOf: ({ name }) => name,
  guard: (document, before, after) => {
    if (!after) return null
    if (before.isLocked !== after.isLocked) return 'Lock and unlock a zone by its own command.'
    return (
      lockedZone(before) ??
      scenarioFault(document, after.scenarioId) ??
      (before.unitIds === after.unitIds && before.scenarioId === after.scenarioId
        ? null
        : answeringFault(document, after)) ??
      (before.outline === after.outline ? null : outlineFault(after.outline))
    )
  },
})
