import { useEffect, useMemo, useState } from 'react'
import { areaAt, areaPath } from '#core/admin-path.ts'
import type { OperationDocument } from '#core/document.ts'
import { folded, foldedWords } from '#core/folded.ts'
import { gridReference, gridReferenceAs } from '#core/geo/grid-reference.ts'
import { readPosition } from '#core/geo/read-position.ts'
import type { LonLat } from '#core/place.ts'
import { rowExtent } from '#core/row-extent.ts'
import { useDocument, useRoom, useScenarioId } from '#ui/room.tsx'
import { runSlice, runSlices } from '#ui/slices.ts'
import type { RoomCommand } from '../dialogs/commands.ts'
import { chooseFound, chooseIncident, placeFor } from './choose-found.ts'
import type { Findable } from './findables.ts'
import { type IncidentHit, incidentHits } from './incident-hits.ts'
import { useFinder } from './use-finder.ts'

/** One row of the palette. */
export type Found = {
  readonly id: string
  readonly title: string
  /** What it is and where: "Village · Nimba › Saclepea". */
  readonly note: string
  readonly grid: string
  readonly key: string
  readonly act: () => void
}

/** What answers the typed text: a coordinate, names, incidents, commands; and what there is to say. */
export function useFound(
  text: string,
  commands: readonly RoomCommand[],
  openShocks: () => void,
): { readonly found: readonly Found[]; readonly hint: string | null } {
  const room = useRoom()
  const document = useDocument((state) => state.document)
  const { finder, isReady } = useFinder()
  const query = text.trim()
  const hits = useIncidentHits(query)
  return useMemo(() => {
    if (query === '') {
      const usual = commands.filter(({ isQuiet }) => !isQuiet)
      return { found: usual.map((command) => commandFound(command, '')), hint: null }
    }
    const names = finder.find(query).map((entry) => ({
      ...placed(document, entry),
      act: () => chooseFound(room, entry, openShocks),
    }))
    const incidents = hits.map((hit) => incidentFound(hit, () => chooseIncident(room, hit)))
    const doable = matching(commands, query).map((command) => commandFound(command, 'Command'))
    const { here, why } = coordinate(query, (centre, zoom) =>
      room.screen.setState({ ...placeFor(room.screen.getState()), flight: { centre, zoom } }),
    )
    const found = [...(here ? [here] : []), ...names, ...incidents, ...doable]
    return { found, hint: isReady ? why : 'Reading names …' }
    // isReady: the finder finds more once all names are read
  }, [query, commands, finder, isReady, hits, document, room, openShocks])
}

/** Commands whose titles hold every word, however they are written. */
function matching(commands: readonly RoomCommand[], query: string): readonly RoomCommand[] {
  const wanted = foldedWords(query)
  return commands.filter(({ title }) => wanted.every((word) => folded(title).includes(word)))
}

function commandFound({ id, title, keyText, act }: RoomCommand, note: string): Found {
  return { id: `command:${id}`, title, note, grid: '', key: keyText, act }
}

function incidentFound({ title, note, grid, index }: IncidentHit, act: () => void): Found {
  return { id: `incident:${index}`, title, note, grid, key: '', act }
}

/** A name with its kind, the areas that it lies in, and its grid reference. */
function placed(document: OperationDocument, entry: Findable): Omit<Found, 'act'> {
  const { areas } = document.tables
  const extent = rowExtent(document, entry.table, entry.rowId)
  const centre: LonLat | null = extent && [(extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2]
  const isArea = entry.table === 'areas'
  const told = entry.path.length > 0 || isArea || !centre
  const path = told ? entry.path : areaPath(areas, areaAt(areas, centre)?.id ?? null)
  return {
    id: entry.id,
    title: entry.title,
    note: [entry.what, path.join(' › ')].filter(Boolean).join(' · '),
    grid: centre && !isArea ? (gridReference(centre, 3) ?? '') : '',
    key: '',
  }
}

function coordinate(query: string, flyTo: (centre: LonLat, zoom: number) => void) {
  const position = readPosition(query)
  if (!position.ok) return { here: null, why: position.why }
  const { centre, precisionMetres, precision } = position
  const here: Found = {
    id: 'coordinate',
    title: gridReferenceAs(centre, precisionMetres) ?? 'Beyond the MGRS grid',
    note: `Position · ${centre[1].toFixed(5)}, ${centre[0].toFixed(5)} WGS 84, ${precision}`,
    grid: '',
    key: 'Enter',
    act: () => flyTo(centre, zoomFor(precisionMetres)),
  }
  return { here, why: null }
}

/** Close enough to see what was typed, and far enough to see all of its square. */
function zoomFor(squareMetres: number | null): number {
  if (squareMetres === null || squareMetres < 10_000) return 12
  return squareMetres < 100_000 ? 10 : 7
}

const NO_HITS: readonly IncidentHit[] = []

/** Incidents come when they are found; those of an earlier text are not shown meanwhile. */
function useIncidentHits(query: string): readonly IncidentHit[] {
  const document = useDocument((state) => state.document)
  const columns = useDocument((state) => state.columns)
  const scenarioId = useScenarioId()
  const work = useMemo(
    () => incidentHits({ document, columns, scenarioId }, query),
    [document, columns, scenarioId, query],
  )
  const atOnce = useMemo(() => runSlice(work), [work])
  const [later, setLater] = useState<{ readonly of: unknown; readonly hits: typeof NO_HITS }>()
  useEffect(() => {
    if (atOnce) return undefined
    return runSlices(work, (hits) => setLater({ of: work, hits }))
  }, [work, atOnce])
  return atOnce?.value ?? (later?.of === work ? later.hits : NO_HITS)
}
