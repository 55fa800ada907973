import { useMemo, useRef } from 'react'
import { operationOf } from '#core/document.ts'
import type { MapActions } from '#map/map-props.ts'
import { useFlyTo } from '#panels/compare/use-fly-to.ts'
import { useRoom, useScreen } from '#ui/room.tsx'
import { useBasemap } from '../../basemap/use-basemap.ts'

/** What every comparing map has in common. */
export function useComparedMap() {
  const { screen, documents, results, tell } = useRoom()
  const fly = useFlyTo()
  const flyTo = useRef(fly)
  flyTo.current = fly
  const flight = useScreen((state) => state.flight)
  const operation = operationOf(documents.getState().document)
  const { basemap, tiles } = useBasemap(operation)
  const actions = useMemo(
    (): MapActions => ({
      onSelect: (selection) => {
        if (selection?.type !== 'row' || selection.table !== 'areas') {
          return screen.setState({ selection })
        }
        // The number of a county: the map goes there, as the number in the list does.
        const { ground } = results.getState()
        const areaIndex = ground.value?.areaIds.indexOf(selection.id) ?? -1
        flyTo.current({ areaIndex })
      },
      onPointer: (pointer) => screen.setState({ pointer }),
      onView: (camera, viewDegrees) => screen.setState({ camera, viewDegrees }),
      onTell: tell,
    }),
    [screen, results, tell],
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
