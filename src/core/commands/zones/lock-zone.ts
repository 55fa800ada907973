import { put } from '../../change.ts'
import { counted } from '../../figures.ts'
import type { Command } from '../command.ts'
import { rowAt, rowsOfScenario } from '../row-fault.ts'

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

/** The same of all zones of a course of action. */
export const lockAllZones: Command<{ readonly scenarioId: string; readonly isLocked: boolean }> = {
  id: 'zone.lockAll',
  title: 'Lock all zones',

  blocked(document, { scenarioId }) {
    return rowsOfScenario(document, 'zones', scenarioId).length > 0
      ? null
      : 'This COA has no zones to lock.'
  },

  change(document, { scenarioId, isLocked }) {
    const rows = rowsOfScenario(document, 'zones', scenarioId)
      .filter((zone) => zone.isLocked !== isLocked)
      .map((zone) => put(document, 'zones', { ...zone, isLocked }))
    return { note: `${isLocked ? 'Lock' : 'Unlock'} ${counted(rows.length, 'zone')}`, rows }
  },
}
