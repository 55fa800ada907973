import { useMemo } from 'react'
import type { MapActions } from '#map/map-props.ts'
import { type Room, useRoom } from '#ui/room.tsx'
import { takePlace } from './picked-place.ts'
import { restrictionActions } from './restriction-actions.ts'
import { zoneActions } from './zone-actions.ts'

/** What the main map asks for, done on the stores. */
export function useMapActions(): MapActions {
  const room = useRoom()
  return useMemo(() => mapActions(room), [room])
}

export function mapActions(room: Room): MapActions {
  const { screen, tell } = room
  return {
    onSelect: (selection) => {
      if (!takePlace(room, selection)) screen.setState({ selection })
    },
    onPointer: (pointer) => screen.setState({ pointer }),
    onView: (camera, viewDegrees) => screen.setState({ camera, viewDegrees }),
    onTool: (tool) => screen.setState({ tool }),
    onTell: tell,
    ...zoneActions(room),
    ...restrictionActions(room),
  }
}
