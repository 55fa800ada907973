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

/** Ray casting on one ring, in plain degrees: for loops over many points. Border points may fall either way. */
export function ringHolds(ring: readonly LonLat[], lon: number, lat: number): boolean {
  let isInside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [lonA, latA] = ring[i]!
    const [lonB, latB] = ring[j]!
    if (latA > lat !== latB > lat && lon < ((lonB - lonA) * (lat - latA)) / (latB - latA) + lonA) {
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
