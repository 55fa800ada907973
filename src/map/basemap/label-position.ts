import { polygonHolds } from '#core/geo/polygon.ts'
import type { LonLat, MultiPolygon, Polygon } from '#core/place.ts'

const LINES = 9

/**
 * Where a name has most room: the middle of the widest stretch of the largest part, looked for on a
 * few parallels, those near the middle first among equals. Always inside.
 */
export function labelPosition(outline: MultiPolygon): LonLat {
  const [largest] = [...outline].sort((a, b) => boxArea(b) - boxArea(a))
  const ring = largest?.[0]
  if (!largest || !ring?.[0]) throw new RangeError('an outline without a corner has no middle')
  const lats = ring.map(([, lat]) => lat)
  const south = Math.min(...lats)
  const north = Math.max(...lats)
  let best: LonLat = ring[0]
  let bestWidth = 0
  for (let line = 1; line <= LINES; line++) {
    const share = line / (LINES + 1)
    const lat = south + share * (north - south)
    const weight = 1 - Math.abs(share - 0.5)
    for (const [west, east] of stretchesAt(largest, lat)) {
      const width = (east - west) * weight
      const middle: LonLat = [(west + east) / 2, lat]
      if (width > bestWidth && polygonHolds(largest, middle[0], middle[1])) {
        best = middle
        bestWidth = width
      }
    }
  }
  return best
}

/** Stretches of a parallel that lie inside, west to east. */
function stretchesAt(polygon: Polygon, lat: number): (readonly [number, number])[] {
  const crossings: number[] = []
  for (const ring of polygon) {
    for (let i = 1; i < ring.length; i++) {
      const [lonA, latA] = ring[i - 1]!
      const [lonB, latB] = ring[i]!
      if (latA > lat !== latB > lat)
        crossings.push(lonA + ((lonB - lonA) * (lat - latA)) / (latB - latA))
    }
  }
  crossings.sort((a, b) => a - b)
  return crossings
    .slice(1)
    .flatMap((east, i) => (i % 2 === 0 ? [[crossings[i]!, east] as const] : []))
}

function boxArea([ring]: Polygon): number {
  if (!ring) return 0
  const lons = ring.map(([lon]) => lon)
  const lats = ring.map(([, lat]) => lat)
  return (Math.max(...lons) - Math.min(...lons)) * (Math.max(...lats) - Math.min(...lats))
}
