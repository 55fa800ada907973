import type { Map as LibreMap } from 'maplibre-gl'
import { useLayoutEffect } from 'react'
import type { MapViewProps } from '../map-props.ts'
import { FIT_PADDING_PIXELS, isView } from '../port/camera.ts'
import type { MapPort } from '../port/map-port.ts'

/**
 * A map that nobody moves stands where it is told to, in the size that its place has by now: before it
 * is drawn, for its own watch over its size looks only after that.
 */
export function useCamera(port: MapPort | null, props: MapViewProps): void {
  const { camera, isInteractive, label } = props
  const where = JSON.stringify(camera)
  // biome-ignore lint/correctness/useExhaustiveDependencies: an equal camera is the same
  useLayoutEffect(() => {
    if (port && !isInteractive) stand(port.map, camera)
  }, [port, isInteractive, where])
  useLayoutEffect(() => {
    port?.map.getCanvas().setAttribute('aria-label', label)
  }, [port, label])
}

function stand(map: LibreMap, camera: MapViewProps['camera']): void {
  const canvas = map.getCanvas()
  const { clientWidth, clientHeight } = map.getContainer()
  if (canvas.clientWidth !== clientWidth || canvas.clientHeight !== clientHeight) map.resize()
  if (isView(camera)) {
    const [west, south, east, north] = camera
    map.fitBounds([west, south, east, north], { padding: FIT_PADDING_PIXELS, duration: 0 })
    return
  }
  const [lon, lat] = camera.centre
  const { lng: lonNow, lat: latNow } = map.getCenter()
  if (lon === lonNow && lat === latNow && camera.zoom === map.getZoom()) return
  map.jumpTo({ center: [lon, lat], zoom: camera.zoom })
}
