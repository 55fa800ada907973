import { put, remove } from '../../change.ts'
import type { Command } from '../command.ts'
import { rowAt } from '../row-fault.ts'

/**
 * Takes a unit out. What it commanded comes under its own superior, and it answers for no zone any
 * more, of any COA and in locked ones too: a lock keeps a zone, it does not keep a unit.
 */
export const removeUnit: Command<{ readonly id: string }> = {
  id: 'unit.remove',
  title: 'Remove unit',

  blocked({ tables }, { id }) {
    return tables.units.has(id) ? null : 'That unit is no longer there.'
  },

  change(document, { id }) {
    const { units, zones } = document.tables
    const { name, parentId } = rowAt(document, 'units', id)
    const superiorId = parentId !== null && units.has(parentId) ? parentId : null
    return {
      note: `Remove unit ${name}`,
      rows: [
        ...[...units.values()]
          .filter((unit) => unit.parentId === id && unit.id !== id)
          .map((unit) =>
            put(document, 'units', {
              ...unit,
              parentId: superiorId === unit.id ? null : superiorId,
            }),
          ),
        ...[...zones.values()]
          .filter(({ unitIds }) => unitIds.includes(id))
          .map((zone) =>
            put(document, 'zones', {
              ...zone,
              unitIds: zone.unitIds.filter((unitId) => unitId !== id),
            }),
          ),
        remove(document, 'units', id),
      ],
    }
  },
}
