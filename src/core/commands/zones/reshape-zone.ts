import { put } from '../../change.ts'
import type { Polygon } from '../../place.ts'
import type { Command } from '../command.ts'
import { rowAt } from '../row-fault.ts'
import { lockedZone, outlineFault } from './zone-guard.ts'

/** Gives a zone another border, as one atomic field. */
export const reshapeZone: Command<{ readonly id: string; readonly outline: Polygon }> = {
  id: 'zone.reshape',
  title: 'Reshape zone',

  blocked({ tables }, { id, outline }) {
    const zone = tables.zones.get(id)
    if (!zone) return 'That zone is no longer there.'
    return lockedZone(zone) ?? outlineFault(outline)
  },

  change(document, { id, outline }) {
    const zone = rowAt(document, 'zones', id)
    return {
      note: `Reshape zone ${zone.name}`,
      rows: [put(document, 'zones', { ...zone, outline })],
    }
  },
}
