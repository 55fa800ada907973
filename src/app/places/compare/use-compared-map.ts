import { useMemo } from 'react'
import { operationOf } from '#core/document.ts'
import type { MapActions } from '#map/map-props.ts'
import { useRoom, useScreen } from '#ui/room.tsx'
import { useBasemap } from '../../basemap/use-basemap.ts'

/** What every comparing map has in common. */
export function useComparedMap() {
  const { screen, documents, tell } = useRoom()
  const flight = useScreen((state) => state.flight)
  const operation = operationOf(documents.getState().document)
  const { basemap, tiles } = useBasemap(operation)
  const actions = useMemo(
    (): MapActions => ({
      onSelect: (selection) => screen.setState({ selection }),
      onPointer: (pointer) => screen.setState({ pointer }),
      onView: (camera, viewDegrees) => screen.setState({ camera, viewDegrees }),
      onTell: tell,
    }),
    [screen, tell],
  )
  return {
    basemap,
    tiles,
    camera: operation.extentDegrees,
    flight,
    tool: 'select',
    isInteractive: true,
    actions,
  } as const
}
