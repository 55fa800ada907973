import type { LonLat } from '../place.ts'
import { METRES_PER_DEGREE } from './distance.ts'

const DEGREES = 180 / Math.PI

/** Screen pixels of one degree of longitude at a zoom, on a web map of 512-pixel tiles. */
export function pixelsPerDegree(zoom: number): number {
  return (512 * 2 ** zoom) / 360
}

/** A position on the plane of web maps, in degrees of longitude both ways: distances there are pixels. */
export function mercatorDegrees([lon, lat]: LonLat): readonly [number, number] {
  return [lon, DEGREES * Math.asinh(Math.tan(lat / DEGREES))]
}

/** Back from `mercatorDegrees`. */
export function lonLatOfMercator([x, y]: readonly [number, number]): LonLat {
  return [x, DEGREES * Math.atan(Math.sinh(y / DEGREES))]
}

/** So many metres on the ground, in degrees of longitude on the plane of web maps. */
export function degreesOfMetres(metres: number, latDegrees: number): number {
  return metres / (METRES_PER_DEGREE * Math.cos((latDegrees * Math.PI) / 180))
}
