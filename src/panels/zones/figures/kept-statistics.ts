import type { ZoneFacts } from '#analysis/zones/zone-facts.ts'
import { type ZoneStatistics, zoneStatistics } from '#analysis/zones/zone-statistics.ts'
import type { Polygon } from '#core/place.ts'
import type { Zone } from '#core/records/zone.ts'

type Kept = { readonly named: Pick<Zone, 'baseId' | 'unitIds'>; readonly own: ZoneStatistics }

const kept = new WeakMap<ZoneFacts, WeakMap<Polygon, Kept>>()
const NOTHING_NAMED = { baseId: null, unitIds: [] }

/** Statistics of an outline, counted once however many papers show them. */
export function statisticsOf(
  facts: ZoneFacts,
  outline: Polygon,
  named: Pick<Zone, 'baseId' | 'unitIds'> = NOTHING_NAMED,
): ZoneStatistics {
  let ofFacts = kept.get(facts)
  if (!ofFacts) {
    ofFacts = new WeakMap()
    kept.set(facts, ofFacts)
  }
  const before = ofFacts.get(outline)
  if (before && before.named.baseId === named.baseId && before.named.unitIds === named.unitIds) {
    return before.own
  }
  const own = zoneStatistics(facts, outline, named)
  ofFacts.set(outline, { named, own })
  return own
}
