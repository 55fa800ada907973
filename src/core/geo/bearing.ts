import type { LonLat } from '../place.ts'
import { EARTH_RADIUS_METRES } from './distance.ts'

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

/** Where one comes to on a great circle from a place; `metresBetween` there and back agrees. */
export function positionAlong(
  [lon, lat]: LonLat,
  { bearingDegrees: bearing, metres }: { readonly bearingDegrees: number; readonly metres: number },
): LonLat {
  const way = metres / EARTH_RADIUS_METRES
  const [turn, from] = [bearing * RADIANS, lat * RADIANS]
  const sinLat = Math.sin(from) * Math.cos(way) + Math.cos(from) * Math.sin(way) * Math.cos(turn)
  const east = Math.sin(turn) * Math.sin(way) * Math.cos(from)
  const north = Math.cos(way) - Math.sin(from) * sinLat
  return [lon + Math.atan2(east, north) / RADIANS, Math.asin(sinLat) / RADIANS]
}
