import type { LonLat } from '../../place.ts'
import { linesWithin } from '../../zoning/lines-within.ts'
import { zonesNear } from '../../zoning/near-zones.ts'
import { withDescendants } from '../../zoning/zone-levels.ts'
import { rowAt, rowsOfScenario } from '../row-fault.ts'
import { idsOf } from './add-zone.ts'
import { type NewIds, rezoned, triedCommand } from './zone-command.ts'
import { globeFault, lockedZone } from './zone-guard.ts'

/** Splits a zone along a line, and what lies in it with it; see `sharedOut` for who keeps what. */
export const splitZone = triedCommand<
  NewIds & { readonly id: string; readonly line: readonly LonLat[] }
>({
  id: 'zone.split',
  title: 'Split zone',

  attempt(document, { id, line, newIds = [] }) {
    if (!document.tables.zones.has(id)) return 'That zone is no longer there.'
    const zone = rowAt(document, 'zones', id)
    const locked = lockedZone(zone)
    const fault = locked ?? globeFault(line)
    if (fault) return fault
    const all = rowsOfScenario(document, 'zones', zone.scenarioId)
    const zoneIds = new Set(idsOf(withDescendants(all, id)))
    return rezoned(
      document,
      {
        zones: zonesNear(all, [zone.outline]),
        cut: { lines: linesWithin(line, zone.outline), zoneIds },
        touchedIds: new Set(),
        takersOf: (_, { holders }) => idsOf(holders),
      },
      {
        note: `Split zone ${zone.name}`,
        newIds,
        fault: (pieces) =>
          (pieces.get(id)?.length ?? 0) < 2
            ? `The line does not cut ${zone.name} in two. Draw it from outside to outside.`
            : null,
      },
    )
  },
})
