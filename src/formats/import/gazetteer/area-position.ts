import { metresBetween } from '#core/geo/distance.ts'
import type { LonLat, MultiPolygon, Polygon } from '#core/place.ts'
import type { Area } from '#core/records/area.ts'

/** A position that stands for an area, and how far the farthest corner lies from it. */
export type AreaPosition = { readonly position: LonLat; readonly errorMetres: number }

/** The middle of the widest stretch at half height of the largest part: always inside. */
export function positionIn({ outline }: Pick<Area, 'outline'>): AreaPosition {
  const position = middleOf(largestOf(outline))
  const corners = outline.flatMap(([outer]) => outer ?? [])
  const errorMetres = corners.reduce(
    (most, corner) => Math.max(most, metresBetween(position, corner)),
    0,
  )
  return { position, errorMetres: Math.round(errorMetres) }
}

function largestOf(outline: MultiPolygon): Polygon {
  const sizeOf = ([outer = []]: Polygon) => spanOf(outer, 0) * spanOf(outer, 1)
  return outline.reduce((best, part) => (sizeOf(part) > sizeOf(best) ? part : best))
}

function spanOf(ring: readonly LonLat[], axis: 0 | 1): number {
  const [least, most] = endsOf(ring, axis)
  return most - least
}

function endsOf(ring: readonly LonLat[], axis: 0 | 1): readonly [number, number] {
  return ring.reduce<readonly [number, number]>(
    ([least, most], corner) => [Math.min(least, corner[axis]), Math.max(most, corner[axis])],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )
}

function middleOf(polygon: Polygon): LonLat {
  const [south, north] = endsOf(polygon[0] ?? [], 1)
  const lat = (south + north) / 2
  const crossings = polygon.flatMap((ring) => crossingsAt(ring, lat)).sort((a, b) => a - b)
  let [west, east] = [crossings[0] ?? 0, crossings[1] ?? crossings[0] ?? 0]
  for (let i = 2; i + 1 < crossings.length; i += 2) {
    if (crossings[i + 1]! - crossings[i]! > east - west) {
      west = crossings[i]!
      east = crossings[i + 1]!
    }
  }
  return [(west + east) / 2, lat]
}

/** Longitudes at which a ring crosses a latitude. */
function crossingsAt(ring: readonly LonLat[], lat: number): number[] {
  return ring.slice(1).flatMap(([lonB, latB], i) => {
    const [lonA, latA] = ring[i]!
    if (latA > lat === latB > lat) return []
    return [lonA + ((lonB - lonA) * (lat - latA)) / (latB - latA)]
  })
}
