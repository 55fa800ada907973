import { useMemo } from 'react'
import { operationOf } from '#core/document.ts'
import { ScaleBar } from '#map/furniture/scale-bar.tsx'
import { MapView } from '#map/map-view.tsx'
import type { Camera, ScreenStore } from '#state/screen-store.ts'
import { useRoom, useScreen } from '#ui/room.tsx'
import { useBasemap } from '../basemap/use-basemap.ts'
import { mainScene } from './scenes.ts'
import { useMapActions } from './use-map-actions.ts'
import { useShown } from './use-shown.ts'
import { useStores } from './use-stores.ts'
import './main-map.css'

/** Where the main map was left, for when it comes back from another place. */
const leftAt = new WeakMap<ScreenStore, Camera>()

/** The map that Situation, Zones and Plan share. It starts on the whole theatre. */
export function MapSlot() {
  const { screen } = useRoom()
  const stores = useStores()
  const { document } = stores.facts
  const scene = mainScene(stores)
  const shown = useShown()
  const operation = operationOf(document)
  const { basemap, tiles } = useBasemap(operation)
  const tool = useScreen((state) => state.tool)
  const place = useScreen((state) => state.place)
  const flight = useScreen((state) => state.flight)
  const isSelectionInSheet = useScreen(
    ({ editedRestrictionId, selection }) =>
      selection?.type === 'row' && selection.id === editedRestrictionId,
  )
  const actions = useMapActions()
  const ownActions = useMemo(
    () => ({
      ...actions,
      onView: (...[camera, view]: Parameters<NonNullable<typeof actions.onView>>) => {
        leftAt.set(screen, camera)
        actions.onView?.(camera, view)
      },
    }),
    [actions, screen],
  )
  return (
    <div className="map-slot">
      <MapView
        scene={scene}
        shown={shown}
        basemap={basemap}
        tiles={tiles}
        camera={leftAt.get(screen) ?? operation.extentDegrees}
        flight={flight}
        tool={tool}
        isInteractive
        isSelectionInSheet={isSelectionInSheet}
        hasZoneTools={place === 'zones'}
        actions={ownActions}
        label={`Map of ${operation.theatreName || operation.name}`}
      />
    </div>
  )
}

/** The length of a round distance at the middle of the map. */
export function ScaleSlot() {
  const camera = useScreen((state) => state.camera)
  if (!camera) return null
  return <ScaleBar latDegrees={camera.centre[1]} zoom={camera.zoom} widestPixels={110} />
}
