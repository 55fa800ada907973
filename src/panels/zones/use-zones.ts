import { useMemo } from 'react'
import { type ZoneStatistics, zoneStatistics } from '#analysis/zone-statistics.ts'
import type { Zone } from '#core/records/zone.ts'
import { useDocument, useScenarioId } from '#ui/room.tsx'
import { useZoneFacts } from './use-zone-facts.ts'

/** Zones of the scenario on screen, by name. */
export function useZones(): readonly Zone[] {
  const document = useDocument((state) => state.document)
  const scenarioId = useScenarioId()
  const table = document.tables.zones
  return useMemo(
    () =>
      [...table.values()]
        .filter((zone) => zone.scenarioId === scenarioId)
        .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true })),
    [table, scenarioId],
  )
}

/** Statistics of saved zones by id; an unchanged zone is not counted again. */
export function useZoneStatistics(zones: readonly Zone[]): ReadonlyMap<string, ZoneStatistics> {
  const facts = useZoneFacts()
  const cache = useMemo(
    () => ({ of: facts, byOutline: new WeakMap<object, ZoneStatistics>() }),
    [facts],
  )
  return useMemo(() => {
    if (!facts) return new Map()
    return new Map(
      zones.map((zone) => {
        const known = cache.byOutline.get(zone.outline) ?? zoneStatistics(facts, zone.outline)
        cache.byOutline.set(zone.outline, known)
        return [zone.id, known] as const
      }),
    )
  }, [zones, facts, cache])
}
