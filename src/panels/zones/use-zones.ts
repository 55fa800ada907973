import { useEffect, useMemo, useState } from 'react'
import type { ZoneFacts } from '#analysis/zones/zone-facts.ts'
import type { ZoneStatistics } from '#analysis/zones/zone-statistics.ts'
import type { Polygon } from '#core/place.ts'
import type { Zone } from '#core/records/zone.ts'
import { inHierarchy } from '#core/zoning/zone-levels.ts'
import { useDocument, useScenarioId, useScreen } from '#ui/room.tsx'
import { runSlice, runSlices, type Sliced } from '#ui/slices.ts'
import { statisticsOf } from './figures/kept-statistics.ts'
import { useZoneFacts } from './use-zone-facts.ts'

/** Zones of the scenario on screen: each before what lies in it, by name. */
export function useZones(): readonly Zone[] {
  const document = useDocument((state) => state.document)
  const scenarioId = useScenarioId()
  const table = document.tables.zones
  return useMemo(() => zonesOf(table, scenarioId), [table, scenarioId])
}

let heldZones: {
  readonly table: ReadonlyMap<string, Zone>
  readonly scenarioId: string
  readonly zones: readonly Zone[]
} | null = null

/** The same list for all who ask: what follows from it is found again by its identity. */
function zonesOf(table: ReadonlyMap<string, Zone>, scenarioId: string): readonly Zone[] {
  if (heldZones?.table === table && heldZones.scenarioId === scenarioId) return heldZones.zones
  const own = [...table.values()].filter((zone) => zone.scenarioId === scenarioId)
  const zones = inHierarchy(own).map(({ zone }) => zone)
  heldZones = { table, scenarioId, zones }
  return zones
}

/** Statistics by id of zone. */
export type StatisticsById = ReadonlyMap<string, ZoneStatistics>

/** Statistics of saved zones, and the facts that they are counted from; null: not there yet. */
export type ZoneCount = { readonly facts: ZoneFacts | null; readonly saved: StatisticsById }

type Counted = ZoneCount & { readonly zones: readonly Zone[] }

/**
 * Statistics of saved zones; an unchanged zone is not counted again. Some are there at once; many are
 * counted between the frames, and until all are, those counted before stay.
 */
export function useZoneStatistics(zones: readonly Zone[]): ZoneCount {
  const facts = useZoneFacts()
  const work = useMemo(() => (facts ? counting(facts, zones) : null), [facts, zones])
  const atOnce = useMemo(() => work && runSlice(work), [work])
  const [later, setLater] = useState<Counted | null>(null)
  useEffect(() => (work && !atOnce ? runSlices(work, setLater, true) : undefined), [work, atOnce])
  const isLater = later !== null && later.facts === facts && later.zones === zones
  return useMemo(
    () => atOnce?.value ?? (isLater ? later : facts ? countedBefore(facts, zones) : NO_COUNT),
    [atOnce, isLater, later, facts, zones],
  )
}

const NO_COUNT: ZoneCount = { facts: null, saved: new Map() }

/** Several papers ask. */
let heldCount: Counted | null = null

/** So many zones are counted before anything is drawn, however slow the machine. */
const AT_ONCE_COUNT = 4

function* counting(facts: ZoneFacts, zones: readonly Zone[]): Sliced<Counted> {
  if (heldCount?.facts === facts && heldCount.zones === zones) return heldCount
  const saved = new Map<string, ZoneStatistics>()
  for (const zone of zones) {
    saved.set(zone.id, statisticsOf(facts, zone.outline, zone))
    if (saved.size > AT_ONCE_COUNT) yield
  }
  heldCount = { facts, zones, saved }
  return heldCount
}

/** What was counted last, of zones that are still the same. */
function countedBefore(facts: ZoneFacts, zones: readonly Zone[]): ZoneCount {
  const before = heldCount
  const same = new Set(before?.zones)
  const saved = new Map(
    zones.flatMap((zone): [string, ZoneStatistics][] => {
      const own = same.has(zone) ? before?.saved.get(zone.id) : undefined
      return own ? [[zone.id, own]] : []
    }),
  )
  return { facts: saved.size > 0 ? (before?.facts ?? facts) : facts, saved }
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

/** What lies in the outlines in hand, counted at every move from the facts of the saved ones. */
export function useInHand(
  zones: readonly Zone[],
  facts: ZoneFacts | null,
  { outlines, newOutline }: OutlinesInHand,
): { readonly ofZones: StatisticsById; readonly ofNew: ZoneStatistics | null } {
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
