import { put, remove } from '../../change.ts'
import { childrenOf } from '../../zoning/zone-levels.ts'
import type { Command } from '../command.ts'
import { rowAt } from '../row-fault.ts'
import { lockedZone } from './zone-guard.ts'

/** Takes a zone out. What lay in it lies in what it lay in; its units answer for no zone. */
export const deleteZone: Command<{ readonly id: string }> = {
  id: 'zone.delete',
  title: 'Delete zone',

  blocked({ tables }, { id }) {
    const zone = tables.zones.get(id)
    return zone ? lockedZone(zone) : 'That zone is no longer there.'
  },

  change(document, { id }) {
    const { name, parentId } = rowAt(document, 'zones', id)
    const children = childrenOf(document.tables.zones.values(), id)
    return {
      note: `Delete zone ${name}`,
      rows: [
        ...children
          .filter((child) => child.id !== id)
          .map((child) =>
            // In a ring from a file a zone would come to lie in itself.
            put(document, 'zones', { ...child, parentId: parentId === child.id ? null : parentId }),
          ),
        remove(document, 'zones', id),
      ],
    }
  },
}
