import type { OperationDocument } from '../../document.ts'
import type { Polygon } from '../../place.ts'
import type { Zone } from '../../records/zone.ts'
import { zonesNear } from '../../zoning/near-zones.ts'
import type { Ground } from '../../zoning/rezone.ts'
import { rowAt, rowsOfScenario } from '../row-fault.ts'
import { idsOf } from './add-zone.ts'
import { type NewIds, rezoned, triedCommand } from './zone-command.ts'
import { lockedZone, outlineFault } from './zone-guard.ts'

export type BordersMoved = NewIds & {
  readonly id: string
  readonly outline: Polygon
  /** Borders of zones that shared corners with it and went along, by zone. */
  readonly along?: ReadonlyMap<string, Polygon>
  /** What the history calls it; left out: "Reshape". */
  readonly verb?: 'Reshape' | 'Move' | 'Turn' | 'Scale' | 'Simplify'
}

/**
 * Gives a zone another border, and those that share it theirs. Where the zone comes to lie over
 * another it takes that ground; where one that went along does, that one takes it; a locked zone
 * keeps its own.
 */
export const reshapeZone = triedCommand<BordersMoved>({
  id: 'zone.reshape',
  title: 'Reshape zone',

  attempt(document, { id, outline, along, verb = 'Reshape', newIds = [] }) {
    if (!document.tables.zones.has(id)) return 'That zone is no longer there.'
    const zone = rowAt(document, 'zones', id)
    const inHand = new Map([...(along ?? []), [id, outline] as const])
    const fault = handFault(document, inHand)
    if (fault) return fault
    const borders = [...inHand].flatMap(([each, border]) => {
      const before = document.tables.zones.get(each)
      return before ? [border, before.outline] : [border]
    })
    const zones = zonesNear(rowsOfScenario(document, 'zones', zone.scenarioId), borders)
    const rankOf = (each: Zone) =>
      each.id === id ? 1 : inHand.has(each.id) ? 2 : each.isLocked ? 0 : 3
    const takersOf = (_: Zone['kind'], { holders }: Ground) => {
      if (holders.length < 2 || !holders.some((each) => inHand.has(each.id))) return idsOf(holders)
      const [first] = [...holders].sort((a, b) => rankOf(a) - rankOf(b))
      return [first!.id]
    }
    return rezoned(
      document,
      { zones, inHand, touchedIds: new Set(inHand.keys()), takersOf },
      { note: `${verb} zone ${zone.name}`, newIds },
    )
  },
})

function handFault(
  { tables }: OperationDocument,
  inHand: ReadonlyMap<string, Polygon>,
): string | null {
  for (const [id, outline] of inHand) {
    const zone = tables.zones.get(id)
    if (!zone) return 'A zone beside it is no longer there.'
    const fault = lockedZone(zone) ?? outlineFault(outline)
    if (fault) return inHand.size > 1 ? `${zone.name}: ${fault}` : fault
  }
  return null
}
