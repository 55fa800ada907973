import { area, bbox, booleanPointInPolygon, kinks, multiPolygon, polygon } from '@turf/turf'
import type { LonLat, MultiPolygon, Polygon } from '../place.ts'

/** Area in square kilometres on the sphere. */
export function areaSquareKilometres(outline: MultiPolygon): number {
  return area(toMulti(outline)) / 1e6
}

/** Whether a position lies inside or on the border. */
export function holds(outline: MultiPolygon, position: LonLat): boolean {
  return booleanPointInPolygon([position[0], position[1]], toMulti(outline))
}

/** West, south, east, north in degrees. */
export function extentOf(outline: MultiPolygon): readonly [number, number, number, number] {
  const [west, south, east, north] = bbox(toMulti(outline))
  return [west ?? 0, south ?? 0, east ?? 0, north ?? 0]
}

/** Where a polygon's border crosses itself; empty for a sound one. */
export function selfCrossings(outline: Polygon): LonLat[] {
  const found = kinks(polygon(outline.map((ring) => ring.map(([lon, lat]) => [lon, lat]))))
  return found.features.map(({ geometry }) => {
    const [lon, lat] = geometry.coordinates
    return [lon ?? 0, lat ?? 0] as const
  })
}

/**
 * Where an edge lies at a latitude between its ends, the lower end given first: never beyond either
 * end, and the same to the last bit for both rings that share the edge.
 */
export function crossingAt(
  lat: number,
  lonA: number,
  latA: number,
  lonB: number,
  latB: number,
): number {
  const lon = ((lonB - lonA) * (lat - latA)) / (latB - latA) + lonA
  return Math.min(Math.max(lon, Math.min(lonA, lonB)), Math.max(lonA, lonB))
}

/**
 * Ray casting on one ring, in plain degrees: for loops over many points. Of two rings that share a
 * chain of corners exactly one holds a position on it.
 */
export function ringHolds(ring: readonly LonLat[], lon: number, lat: number): boolean {
  let isInside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [[lonA, latA], [lonB, latB]] =
      ring[i]![1] <= ring[j]![1] ? [ring[i]!, ring[j]!] : [ring[j]!, ring[i]!]
    if (latA <= lat && lat < latB && lon < crossingAt(lat, lonA, latA, lonB, latB)) {
      isInside = !isInside
    }
  }
  return isInside
}

/** Whether a polygon with holes holds a position; see `ringHolds`. */
export function polygonHolds(outline: Polygon, lon: number, lat: number): boolean {
  const [outer, ...holes] = outline
  if (!outer || !ringHolds(outer, lon, lat)) return false
  return !holes.some((hole) => ringHolds(hole, lon, lat))
}

function toMulti(outline: MultiPolygon) {
  return multiPolygon(
    outline.map((rings) => rings.map((ring) => ring.map(([lon, lat]) => [lon, lat]))),
  )
}
