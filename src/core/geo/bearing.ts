import type { LonLat } from '../place.ts'

const RADIANS = Math.PI / 180

/** Direction in which a great circle sets out, degrees from true north clockwise, 0 up to 360. */
export function bearingDegrees([lonA, latA]: LonLat, [lonB, latB]: LonLat): number {
  const turn = (lonB - lonA) * RADIANS
  const east = Math.sin(turn) * Math.cos(latB * RADIANS)
  const north =
    Math.cos(latA * RADIANS) * Math.sin(latB * RADIANS) -
    Math.sin(latA * RADIANS) * Math.cos(latB * RADIANS) * Math.cos(turn)
  return (Math.atan2(east, north) / RADIANS + 360) % 360
}
