import type { Map as LibreMap } from 'maplibre-gl'
import type { LonLat } from '#core/place.ts'
import type { Camera } from '#state/screen-store.ts'
import type { ViewDegrees } from '../layers/layer-type.ts'

export function cameraOf(map: LibreMap): Camera {
  const { lng, lat } = map.getCenter()
  return { centre: [lng, lat], zoom: map.getZoom() }
}

export function viewOf(map: LibreMap): ViewDegrees {
  const bounds = map.getBounds()
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
}

export function isView(camera: Camera | ViewDegrees): camera is ViewDegrees {
  return Array.isArray(camera)
}

/** Room between what shall be seen whole and the edge of the map. */
export const FIT_PADDING_PIXELS = 22

const FLIGHT_MILLISECONDS = 700

export function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}

/** Moves there: in one smooth move, or at once for those who want no motion. */
export function fly(map: LibreMap, centre: LonLat, zoom: number): void {
  const target = { center: [centre[0], centre[1]] as [number, number], zoom }
  if (prefersStillness()) map.jumpTo(target)
  else map.flyTo({ ...target, duration: FLIGHT_MILLISECONDS })
}

/** Shows an extent whole. */
export function showExtent(map: LibreMap, [west, south, east, north]: ViewDegrees): void {
  map.fitBounds([west, south, east, north], {
    padding: FIT_PADDING_PIXELS,
    duration: prefersStillness() ? 0 : FLIGHT_MILLISECONDS,
  })
}
