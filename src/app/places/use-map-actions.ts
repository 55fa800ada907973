import { useMemo } from 'react'
import { addZone } from '#core/commands/zones/add-zone.ts'
import { reshapeZone } from '#core/commands/zones/reshape-zone.ts'
import { baselineOf, type OperationDocument } from '#core/document.ts'
import type { Zone } from '#core/records/zone.ts'
import type { MapActions } from '#map/map-props.ts'
import { runCommand } from '#state/document-store.ts'
import { type Room, useRoom } from '#ui/room.tsx'
import { takePlace } from './picked-place.ts'
import { restrictionActions } from './restriction-actions.ts'

/** What the main map asks for, done on the stores. */
export function useMapActions(): MapActions {
  const room = useRoom()
  return useMemo(() => mapActions(room), [room])
}

export function mapActions(room: Room): MapActions {
  const { documents, screen, tell } = room
  return {
    onSelect: (selection) => {
      if (!takePlace(room, selection)) screen.setState({ selection })
    },
    onPointer: (pointer) => screen.setState({ pointer }),
    onView: (camera, viewDegrees) => screen.setState({ camera, viewDegrees }),
    onTool: (tool) => screen.setState({ tool }),
    onTell: tell,
    onZonePreview: (zonePreview) => screen.setState({ zonePreview }),
    onZoneDrawn: (outline) => {
      const { document } = documents.getState()
      const scenarioId = screen.getState().scenarioId ?? baselineOf(document)?.id ?? ''
      const row = newZone(document, { id: room.newId(), scenarioId, outline })
      const reason = runCommand(documents, addZone, { row })
      if (reason !== null) tell(reason)
      screen.setState({
        zonePreview: null,
        tool: 'select',
        ...(reason === null ? { selection: { type: 'row', table: 'zones', id: row.id } } : {}),
      })
    },
    onZoneReshaped: (id, outline) => {
      const reason = runCommand(documents, reshapeZone, { id, outline })
      if (reason !== null) tell(reason)
      screen.setState({ zonePreview: null })
    },
    ...restrictionActions(room),
  }
}

const TINT_COUNT = 8

/** A sector with the next free number and the tint that its COA uses least. */
export function newZone(
  { tables }: OperationDocument,
  drawn: Pick<Zone, 'id' | 'scenarioId' | 'outline'>,
): Zone {
  const others = [...tables.zones.values()].filter((zone) => zone.scenarioId === drawn.scenarioId)
  const names = new Set(others.map(({ name }) => name))
  let number = 1
  while (names.has(`Zone ${number}`)) number += 1
  const uses = Array.from(
    { length: TINT_COUNT },
    (_, tint) => others.filter((zone) => zone.tint === tint).length,
  )
  return {
    ...drawn,
    name: `Zone ${number}`,
    kind: 'sector',
    tint: uses.indexOf(Math.min(...uses)),
    isLocked: false,
    parentId: null,
    baseId: null,
    unitIds: [],
  }
}
