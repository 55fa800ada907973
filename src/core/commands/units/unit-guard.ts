import type { OperationDocument } from '../../document.ts'
import type { Unit } from '../../records/unit.ts'
import { isUnder } from '../../task-organisation.ts'

/** Why a unit may not be kept in this way, in a sentence; null if it may. */
export function unitFault({ tables }: OperationDocument, unit: Unit): string | null {
  if (!tables.bases.has(unit.baseId)) return 'That base is no longer there.'
  const unknown = unit.elements.find(({ typeId }) => !tables.resourceTypes.has(typeId))
  return unknown ? `The type ${unknown.typeId} is not known. Add it first.` : null
}

/** Why a unit may not come under another, in a sentence; null if it may. */
export function superiorFault(
  { tables: { units } }: OperationDocument,
  { id, name }: Pick<Unit, 'id' | 'name'>,
  superiorId: string | null,
): string | null {
  if (superiorId === null) return null
  if (superiorId === id) return `${name} cannot be under itself. Choose another unit.`
  const superior = units.get(superiorId)
  if (!superior) return 'The unit that should command it is no longer there.'
  return isUnder(units, superiorId, id)
    ? `${superior.name} is under ${name}, so ${name} cannot come under it. Move ${superior.name} elsewhere first.`
    : null
}
