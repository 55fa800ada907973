import { lonLatOfMercator, mercatorDegrees, pixelsPerDegree } from '#core/geo/mercator.ts'
import type { LonLat } from '#core/place.ts'
import type { Camera } from '#state/screen-store.ts'

/** The map of a 1440 × 900 desktop: what a slide's camera shows there, it shows on every screen. */
const DESK_MAP_PIXELS = { width: 776, height: 684 } as const

export type SlotSize = { readonly widthPixels: number; readonly heightPixels: number }

/** A camera for a slot of another size that still shows all that a desktop map shows. */
export function cameraInSlot({ centre, zoom }: Camera, slot: SlotSize): Camera {
  const { width, height } = DESK_MAP_PIXELS
  const share = Math.min(slot.widthPixels / width, slot.heightPixels / height)
  return { centre, zoom: zoom + Math.log2(Math.max(share, 0.01)) }
}

/** A camera as a slide keeps it: zoomed as if what is in view were on a desktop map. */
export function cameraOfView(camera: Camera, viewDegrees: ViewDegrees | null): Camera {
  if (!viewDegrees) return camera
  const [west, , east] = viewDegrees
  const widthDegrees = Math.max(east - west, 1e-6)
  const zoom = Math.log2((DESK_MAP_PIXELS.width / widthDegrees) * (360 / 512))
  return { centre: camera.centre, zoom }
}

/** West, south, east, north. */
export type ViewDegrees = readonly [number, number, number, number]

/** The camera that shows an extent whole, with so much room round it. */
export function cameraOfExtent(
  [west, south, east, north]: ViewDegrees,
  slot: SlotSize,
  paddingPixels: number,
): Camera {
  const [, bottom] = mercatorDegrees([west, south])
  const [, top] = mercatorDegrees([west, north])
  const width = Math.max(1, slot.widthPixels - 2 * paddingPixels)
  const height = Math.max(1, slot.heightPixels - 2 * paddingPixels)
  const pixelsADegree = Math.min(width / (east - west), height / (top - bottom))
  const [, middle] = lonLatOfMercator([0, (top + bottom) / 2])
  const centre: LonLat = [(west + east) / 2, middle]
  return { centre, zoom: Math.log2(pixelsADegree / pixelsPerDegree(0)) }
}

/** Where a position lies in a slot, pixels from its top left. */
export function pixelIn(
  position: LonLat,
  camera: Camera,
  slot: SlotSize,
): { readonly x: number; readonly y: number } {
  const [lon, lat] = mercatorDegrees(position)
  const [centreLon, centreLat] = mercatorDegrees(camera.centre)
  const scale = pixelsPerDegree(camera.zoom)
  return {
    x: slot.widthPixels / 2 + (lon - centreLon) * scale,
    y: slot.heightPixels / 2 - (lat - centreLat) * scale,
  }
}
