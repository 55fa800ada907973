import { lonLatOfMercator, mercatorDegrees, pixelsPerDegree } from '#core/geo/mercator.ts'
import type { LonLat } from '#core/place.ts'
import type { PicturePoint } from './map-furniture.ts'

/** A web map as it is seen: north up, so that meridians and parallels are its sides. */
export type PictureView = {
  readonly centre: LonLat
  readonly zoom: number
  /** Pixels of which the zoom is told: those of the page, not of the device. */
  readonly widthPixels: number
  readonly heightPixels: number
}

/** Where a position lies in the picture; outside it below 0 or beyond 1. */
export function shareOf(view: PictureView, position: LonLat): PicturePoint {
  const scale = pixelsPerDegree(view.zoom)
  const [lon, lat] = mercatorDegrees(position)
  const [centreLon, centreLat] = mercatorDegrees(view.centre)
  return [
    0.5 + ((lon - centreLon) * scale) / view.widthPixels,
    0.5 - ((lat - centreLat) * scale) / view.heightPixels,
  ]
}

/** Back from `shareOf`. */
export function positionAt(view: PictureView, [right, down]: PicturePoint): LonLat {
  const scale = pixelsPerDegree(view.zoom)
  const [centreLon, centreLat] = mercatorDegrees(view.centre)
  return lonLatOfMercator([
    centreLon + ((right - 0.5) * view.widthPixels) / scale,
    centreLat + ((0.5 - down) * view.heightPixels) / scale,
  ])
}

/** West, south, east, north of what is seen; beyond ±180 where it passes the date line. */
export function extentOf(view: PictureView): readonly [number, number, number, number] {
  const [west, north] = positionAt(view, [0, 0])
  const [east, south] = positionAt(view, [1, 1])
  return [west, south, east, north]
}
