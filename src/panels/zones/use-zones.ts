import { useMemo } from 'react'
import type { ZoneStatistics } from '#analysis/zones/zone-statistics.ts'
import type { Polygon } from '#core/place.ts'
import type { Zone } from '#core/records/zone.ts'
import { inHierarchy } from '#core/zoning/zone-levels.ts'
import { useDocument, useScenarioId, useScreen } from '#ui/room.tsx'
import { statisticsOf } from './kept-statistics.ts'
import { useZoneFacts } from './use-zone-facts.ts'

/** Zones of the scenario on screen: each before what lies in it, by name. */
export function useZones(): readonly Zone[] {
  const document = useDocument((state) => state.document)
  const scenarioId = useScenarioId()
  const table = document.tables.zones
  return useMemo(
    () =>
      inHierarchy([...table.values()].filter((zone) => zone.scenarioId === scenarioId)).map(
        ({ zone }) => zone,
      ),
    [table, scenarioId],
  )
}

/** Statistics by id of zone. */
export type StatisticsById = ReadonlyMap<string, ZoneStatistics>

/** Statistics of saved zones; an unchanged zone is not counted again. */
export function useZoneStatistics(zones: readonly Zone[]): StatisticsById {
  const facts = useZoneFacts()
  return useMemo(() => {
    if (!facts) return new Map()
    return new Map(zones.map((zone) => [zone.id, statisticsOf(facts, zone.outline, zone)]))
  }, [zones, facts])
}

/** The outlines that are being drawn or moved, not yet in the document. */
export type OutlinesInHand = {
  readonly outlines: ReadonlyMap<string, Polygon>
  /** Of a zone that is not there yet; null: none is being drawn. */
  readonly newOutline: Polygon | null
}

export function useOutlinesInHand(): OutlinesInHand {
  const preview = useScreen((state) => state.zonePreview)
  return useMemo(() => {
    if (!preview) return NONE
    const { zoneId, outline, along } = preview
    const own: [string, Polygon][] = zoneId === null ? [] : [[zoneId, outline]]
    return {
      outlines: new Map([...own, ...(along ?? [])]),
      newOutline: zoneId === null ? outline : null,
    }
  }, [preview])
}

const NONE: OutlinesInHand = { outlines: new Map(), newOutline: null }

/** What lies in the outlines in hand, counted at every move. */
export function useInHand(
  zones: readonly Zone[],
  { outlines, newOutline }: OutlinesInHand,
): { readonly ofZones: StatisticsById; readonly ofNew: ZoneStatistics | null } {
  const facts = useZoneFacts()
  return useMemo(() => {
    if (!facts) return { ofZones: new Map(), ofNew: null }
    const ofZones = zones.flatMap((zone): [string, ZoneStatistics][] => {
      const outline = outlines.get(zone.id)
      return outline?.[0] ? [[zone.id, statisticsOf(facts, outline, zone)]] : []
    })
    const ofNew = newOutline?.[0] ? statisticsOf(facts, newOutline) : null
    return { ofZones: new Map(ofZones), ofNew }
  }, [facts, zones, outlines, newOutline])
}
