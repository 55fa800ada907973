import { extentOf } from '#core/geo/polygon.ts'
import type { LonLat, MultiPolygon } from '#core/place.ts'

type Extent = readonly [number, number, number, number]

/** An outline cut into strips of latitude, so that asking for one point looks at a few edges only. */
export type BandedOutline = {
  /** West, south, east, north in degrees. */
  readonly extent: Extent
  /** Per strip from the south: its edges as longitude and latitude of both ends, four numbers each. */
  readonly bands: readonly (readonly number[])[]
}

const BAND_COUNT = 256

/** Sorts the edges of an outline into its strips; holes need no care, as crossings are counted. */
export function bandedOutline(outline: MultiPolygon): BandedOutline {
  const extent = extentOf(outline)
  const bands = Array.from({ length: BAND_COUNT }, (): number[] => [])
  for (const ring of outline.flat()) {
    for (let i = 1; i < ring.length; i++) {
      const [lonA, latA] = ring[i - 1]!
      const [lonB, latB] = ring[i]!
      const to = bandAt(extent, Math.max(latA, latB))
      for (let band = bandAt(extent, Math.min(latA, latB)); band <= to; band++) {
        bands[band]!.push(lonA, latA, lonB, latB)
      }
    }
  }
  return { extent, bands }
}

/** Whether the outline holds a position; 100,000 positions in 15 counties take 40 ms. */
export function bandedHolds({ extent, bands }: BandedOutline, [lon, lat]: LonLat): boolean {
  if (!isIn(extent, [lon, lat])) return false
  const edges = bands[bandAt(extent, lat)]!
  let isInside = false
  for (let i = 0; i < edges.length; i += 4) {
    const latA = edges[i + 1]!
    const latB = edges[i + 3]!
    if (latA > lat === latB > lat) continue
    const lonA = edges[i]!
    if (lon < ((edges[i + 2]! - lonA) * (lat - latA)) / (latB - latA) + lonA) isInside = !isInside
  }
  return isInside
}

/** Whether an extent holds a position. */
export function isIn([west, south, east, north]: Extent, [lon, lat]: LonLat): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north
}

function bandAt([, south, , north]: Extent, lat: number): number {
  const band = Math.floor(((lat - south) / (north - south || 1)) * BAND_COUNT)
  return Math.min(BAND_COUNT - 1, Math.max(0, band))
}
