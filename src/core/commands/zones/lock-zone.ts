import { put } from '../../change.ts'
import type { Command } from '../command.ts'
import { rowAt } from '../row-fault.ts'

/** Keeps a zone from being changed by mistake, or lets it be changed again. */
export const lockZone: Command<{ readonly id: string; readonly isLocked: boolean }> = {
  id: 'zone.lock',
  title: 'Lock zone',

  blocked({ tables }, { id }) {
    return tables.zones.has(id) ? null : 'That zone is no longer there.'
  },

  change(document, { id, isLocked }) {
    const zone = rowAt(document, 'zones', id)
    const note = `${isLocked ? 'Lock' : 'Unlock'} zone ${zone.name}`
    if (zone.isLocked === isLocked) return { note, rows: [] }
    return { note, rows: [put(document, 'zones', { ...zone, isLocked })] }
  },
}
