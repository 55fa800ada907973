import type { OperationDocument } from '../../document.ts'
import type { Zone } from '../../records/zone.ts'
import { groundOutside } from '../../zoning/ground-outside.ts'
import { editCommand } from '../edit-fields.ts'
import { bondFault, lockedZone, scenarioFault } from './zone-guard.ts'

/** A bit of a child that sticks out of its parent by less than this is what rounding leaves. */
const ROUNDING_SQUARE_KILOMETRES = 1e-6

/** Renames a zone, gives it another kind, tint, parent or base. Its ground changes by other commands. */
export const editZone = editCommand({
  table: 'zones',
  id: 'zone.edit',
  title: 'Edit zone',
  noun: 'zone',
  nameOf: ({ name }) => name,
  guard: (document, before, after) => {
    if (!after) return null
    if (before.isLocked !== after.isLocked) return 'Lock and unlock a zone by its own command.'
    if (before.outline !== after.outline) return 'The border of a zone is moved by its own command.'
    if (before.scenarioId !== after.scenarioId) return 'A zone stays in its COA.'
    return (
      lockedZone(before) ??
      scenarioFault(document, after.scenarioId) ??
      bondFault(document, after) ??
      kindFault(document, before, after) ??
      outsideFault(document, before, after)
    )
  },
})

function outsideFault({ tables }: OperationDocument, before: Zone, after: Zone): string | null {
  const parent = tables.zones.get(after.parentId ?? '')
  if (!parent || before.parentId === after.parentId) return null
  return groundOutside(after.outline, parent.outline) > ROUNDING_SQUARE_KILOMETRES
    ? `${after.name} lies partly outside ${parent.name}. Clip it to ${parent.name} first.`
    : null
}

function kindFault({ tables }: OperationDocument, before: Zone, after: Zone): string | null {
  if (before.kind === after.kind) return null
  const own = [...tables.zones.values()].filter(
    ({ id, kind, scenarioId }) =>
      id !== after.id && kind === after.kind && scenarioId === after.scenarioId,
  )
  const other = own.find(
    ({ outline }) => groundOutside(outline, after.outline, 'inside') > ROUNDING_SQUARE_KILOMETRES,
  )
  return other ? `${after.name} would lie over ${other.name}, which is of that kind already.` : null
}
