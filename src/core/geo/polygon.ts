import { bbox, booleanPointInPolygon, kinks, multiPolygon, polygon } from '@turf/turf'
import type { LonLat, MultiPolygon, Polygon } from '../place.ts'
import { EARTH_RADIUS_METRES } from './distance.ts'

const EARTH_RADIUS_KILOMETRES = EARTH_RADIUS_METRES / 1000
const RADIANS = Math.PI / 180

/**
 * Area in square kilometres on the sphere of polygons whose sides are straight in longitude and
 * latitude, as maps draw them and the overlay cuts them: exact, so that a corner more on a side
 * changes nothing and parts add up to the whole. Holes count off, whichever way round rings run.
 *
 * @source The cylindrical equal-area projection (J. H. Lambert, 1772): the area between a side and
 *   the equator is R² Δλ times the mean of sin φ along it, which is sin of the middle φ times
 *   sin(Δφ/2) / (Δφ/2).
 */
export function areaSquareKilometres(outline: MultiPolygon): number {
  return outline.reduce((sum, [outer = [], ...holes]) => {
    const held = holes.reduce((total, hole) => total + ringSquareKilometres(hole), 0)
    return sum + ringSquareKilometres(outer) - held
  }, 0)
}

function ringSquareKilometres(ring: readonly LonLat[]): number {
  let sum = 0
  for (let i = 1; i < ring.length; i++) {
    const [lonA, latA] = ring[i - 1]!
    const [lonB, latB] = ring[i]!
    const half = ((latB - latA) * RADIANS) / 2
    const spread = half === 0 ? 1 : Math.sin(half) / half
    sum += (lonB - lonA) * RADIANS * Math.sin(((latA + latB) / 2) * RADIANS) * spread
  }
  return Math.abs(sum) * EARTH_RADIUS_KILOMETRES * EARTH_RADIUS_KILOMETRES
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
