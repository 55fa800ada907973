import type { LonLat } from '../place.ts'

/** West, south, east, north in degrees. */
export type ExtentDegrees = readonly [west: number, south: number, east: number, north: number]

/** The extent of positions; of none at all it is turned inside out. Linear, whatever their number. */
export function extentOfPositions(positions: Iterable<LonLat>): ExtentDegrees {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [lon, lat] of positions) {
    west = Math.min(west, lon)
    south = Math.min(south, lat)
    east = Math.max(east, lon)
    north = Math.max(north, lat)
  }
  return [west, south, east, north]
}
