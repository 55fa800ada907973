import { useEffect, useMemo, useState } from 'react'
import { mapStyle } from '../basemap/map-style.ts'
import type { MapRest } from '../basemap/names-in-view.ts'
import { serveTiles } from '../basemap/tiles/serve-tiles.ts'
import { createDrawing } from '../draw.ts'
import { LAYER_TYPES } from '../layers/registry.ts'
import type { MapViewProps } from '../map-props.ts'
import { viewOf } from '../port/camera.ts'
import type { MapPort } from '../port/map-port.ts'
import type { Following } from '../port/sync.ts'
import { selectionLayers } from '../selection/selection-layers.ts'
import { useLatest } from './use-latest.ts'

/** Brings the map to the scene whenever a part of it is a new object. */
export function useDrawing(port: MapPort | null, props: MapViewProps): void {
  const { scene, shown, basemap, tiles } = props
  const latest = useLatest(props)
  const drawing = useMemo(
    () =>
      port &&
      createDrawing({
        types: LAYER_TYPES,
        over: selectionLayers,
        onFault: ({ title }, error) => {
          const why = error instanceof Error ? error.message : String(error)
          latest.current.actions.onTell?.(
            `${title} could not be drawn (${why}). The other layers are not affected.`,
          )
        },
      }),
    [port, latest],
  )
  const rest = useRest(port)
  useEffect(() => {
    if (!port || !drawing) return
    if (tiles) serveTiles(tiles)
    const style = mapStyle({ scene, shown, basemap, tiles, types: LAYER_TYPES, rest })
    port.show(style, drawing.layersOf(scene, shown))
  }, [port, drawing, scene, shown, basemap, tiles, rest])
}

/** What the map shows when it is at rest. */
function useRest(port: MapPort | null): MapRest | null {
  const [rest, setRest] = useState<MapRest | null>(null)
  useEffect(() => {
    if (!port) return
    const rested = (event?: Following) => {
      if (event?.isFollowing) return
      const view = viewOf(port.map)
      const { clientWidth } = port.map.getContainer()
      setRest({ view, degreesPerPixel: (view[2] - view[0]) / Math.max(1, clientWidth) })
    }
    rested()
    port.map.on('moveend', rested)
    port.map.on('resize', rested)
    return () => {
      port.map.off('moveend', rested)
      port.map.off('resize', rested)
    }
  }, [port])
  return rest
}
