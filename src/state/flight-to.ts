import type { ExtentDegrees } from '#core/geo/extent.ts'
import type { Camera } from './screen-store.ts'

/** No closer than this: a place without a size is seen with its neighbours. */
const CLOSEST_ZOOM = 11

/** A wish to show an extent, with room about it. Each is a new object, so the map takes it once. */
export function flightTo(
  [west, south, east, north]: ExtentDegrees,
  closestZoom = CLOSEST_ZOOM,
): Camera {
  const widthDegrees = Math.max(east - west, 1.4 * (north - south), 1e-6)
  return {
    centre: [(west + east) / 2, (south + north) / 2],
    zoom: Math.max(1, Math.min(closestZoom, Math.log2(360 / widthDegrees) + 0.2)),
  }
}
