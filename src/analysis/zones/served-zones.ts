import type { Zone } from '#core/records/zone.ts'
import { prepareOutline } from '../cells/prepared-outline.ts'
import type { ServedZone } from './bound/workload-bound.ts'
import { SUM_UNITS } from './cell-sums.ts'
import { cellsOf } from './known-cells.ts'
import type { ServiceFacts } from './zone-facts.ts'
import { zoneStrength } from './zone-strength.ts'
import { zoneTravel } from './zone-travel.ts'

/** Zones with their bases and workloads, as `zoneStatistics` tells them; one without a base is left out. */
export function servedZones(facts: ServiceFacts, zones: readonly Zone[]): ServedZone[] {
  return zones.flatMap((zone) => {
    const { holds } = prepareOutline(zone.outline)
    const travel = zoneTravel(facts, cellsOf(facts.ground.grid, zone.outline), { zone, holds })
    if (!travel?.base) return []
    const { patrolDays } = zoneStrength(facts.force, zone, holds)
    return [
      {
        id: zone.id,
        outline: zone.outline,
        isLocked: zone.isLocked,
        baseIndex: travel.base.index,
        patrolDays,
        workloadShare: travel.neededSum / SUM_UNITS / patrolDays,
      },
    ]
  })
}
