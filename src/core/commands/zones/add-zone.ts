import { areaSquareKilometres } from '../../geo/polygon.ts'
import type { Zone } from '../../records/zone.ts'
import { groundOutside } from '../../zoning/ground-outside.ts'
import { zonesNear } from '../../zoning/near-zones.ts'
import { CRUMB_SQUARE_KILOMETRES, type Ground } from '../../zoning/rezone.ts'
import { levelOf } from '../../zoning/zone-levels.ts'
import { rowFault, rowsOfScenario } from '../row-fault.ts'
import { type NewIds, rezoned, triedCommand } from './zone-command.ts'
import { bondFault, outlineFault, scenarioFault } from './zone-guard.ts'

export type ZoneDrawn = NewIds & {
  readonly row: Zone
  /** It takes the ground that it was drawn over, save that of locked zones; else it gives way. */
  readonly takesGround?: boolean
}

/**
 * Puts a zone that was drawn: cut to the ground that no other of its kind has, or taking theirs, and
 * cut to the zone of a larger kind that it was drawn in.
 */
export const addZone = triedCommand<ZoneDrawn>({
  id: 'zone.add',
  title: 'Add zone',

  attempt(document, { row, takesGround = false, newIds = [] }) {
    if (document.tables.zones.has(row.id)) return 'There is a zone with this id already.'
    const fault =
      scenarioFault(document, row.scenarioId) ??
      outlineFault(row.outline) ??
      rowFault('zones', row) ??
      bondFault(document, row)
    if (fault) return fault
    if (areaSquareKilometres([row.outline]) <= CRUMB_SQUARE_KILOMETRES) {
      return `${row.name} would be less than a square metre. Draw it larger.`
    }
    const others = rowsOfScenario(document, 'zones', row.scenarioId)
    const drawn = { ...row, parentId: row.parentId ?? parentAt(others, row) }
    const zones = [...zonesNear(others, [row.outline]), drawn]
    const takersOf = (_: Zone['kind'], { holders }: Ground) => {
      const there = holders.filter(({ id }) => id !== row.id)
      const isDrawnHere = there.length < holders.length
      if (!isDrawnHere || there.length === 0) return idsOf(holders)
      return takesGround && !there.some(({ isLocked }) => isLocked) ? [row.id] : idsOf(there)
    }
    return rezoned(
      document,
      { zones, touchedIds: new Set([row.id]), takersOf },
      {
        note: `Add zone ${row.name}`,
        newIds,
        fault: (pieces) =>
          pieces.get(row.id)?.length
            ? null
            : `That ground is ${takesGround ? 'locked' : 'in another zone already'}. ${
                takesGround ? 'Unlock what is there' : 'Let the new zone take ground'
              }, or draw elsewhere.`,
      },
    )
  },
})

export function idsOf(zones: readonly Zone[]): string[] {
  return zones.map(({ id }) => id)
}

/** Less than this of a drawn zone in another is no reason to think that it shall lie in it. */
const LEAST_SHARE_WITHIN = 0.25

/** The zone of a larger kind that holds most of a drawn one, of the smallest such kind; null: none. */
function parentAt(zones: readonly Zone[], { kind, outline }: Zone): string | null {
  const least = LEAST_SHARE_WITHIN * areaSquareKilometres([outline])
  const around = zonesNear(zones, [outline])
    .filter((zone) => levelOf(zone.kind) < levelOf(kind))
    .map((zone) => ({ zone, within: groundOutside(outline, zone.outline, 'inside') }))
    .filter(({ within }) => within >= least)
    .sort((a, b) => levelOf(b.zone.kind) - levelOf(a.zone.kind) || b.within - a.within)
  return around[0]?.zone.id ?? null
}
