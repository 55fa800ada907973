import { polygonHolds } from '#core/geo/polygon.ts'
import type { LonLat, MultiPolygon, Polygon } from '#core/place.ts'
import type { ViewDegrees } from '../layers/layer-type.ts'

const PARALLELS = 9

/**
 * Where a name has most room: the middle of the widest stretch inside the outline, looked for on a
 * few parallels of each part, those near the middle first among equals.
 *
 * @throws RangeError for an outline without a corner.
 */
export function labelPosition(outline: MultiPolygon): LonLat {
  const position = widestMiddle(outline, null, 0) ?? outline[0]?.[0]?.[0]
  if (!position) throw new RangeError('an outline without a corner has no middle')
  return position
}

/** The same for what lies in a view; null where no stretch in it is at least so wide. */
export function labelPositionWithin(
  outline: MultiPolygon,
  view: ViewDegrees,
  leastDegrees: number,
): LonLat | null {
  return widestMiddle(outline, view, leastDegrees)
}

function widestMiddle(
  outline: MultiPolygon,
  within: ViewDegrees | null,
  leastDegrees: number,
): LonLat | null {
  let best: LonLat | null = null
  let bestWidth = leastDegrees
  for (const polygon of outline) {
    for (const { lat, weight } of parallelsOf(polygon, within)) {
      for (const [west, east] of stretchesAt(polygon, lat)) {
        const from = within ? Math.max(west, within[0]) : west
        const to = within ? Math.min(east, within[2]) : east
        const middle: LonLat = [(from + to) / 2, lat]
        const width = (to - from) * weight
        if (width > bestWidth && polygonHolds(polygon, middle[0], middle[1])) {
          best = middle
          bestWidth = width
        }
      }
    }
  }
  return best
}

function parallelsOf([ring]: Polygon, within: ViewDegrees | null) {
  let south = Number.POSITIVE_INFINITY
  let north = Number.NEGATIVE_INFINITY
  for (const [, lat] of ring ?? []) {
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  if (within) {
    south = Math.max(south, within[1])
    north = Math.min(north, within[3])
  }
  if (!(south < north)) return []
  return Array.from({ length: PARALLELS }, (_, i) => {
    const share = (i + 1) / (PARALLELS + 1)
    return { lat: south + share * (north - south), weight: 1 - Math.abs(share - 0.5) }
  })
}

/** Stretches of a parallel that lie inside, west to east. */
function stretchesAt(polygon: Polygon, lat: number): (readonly [number, number])[] {
  const crossings: number[] = []
  for (const ring of polygon) {
    for (let i = 1; i < ring.length; i++) {
      const [lonA, latA] = ring[i - 1]!
      const [lonB, latB] = ring[i]!
      if (latA > lat !== latB > lat) {
        crossings.push(lonA + ((lonB - lonA) * (lat - latA)) / (latB - latA))
      }
    }
  }
  crossings.sort((a, b) => a - b)
  return crossings
    .slice(1)
    .flatMap((east, i) => (i % 2 === 0 ? [[crossings[i]!, east] as const] : []))
}
