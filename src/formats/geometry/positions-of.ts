import { type ExtentDegrees, extentOfPositions } from '#core/geo/extent.ts'
import type { LonLat, Polygon } from '#core/place.ts'
import type { RawGeometry } from '../raw-table.ts'

/** Every part as a list of rings; a point and a line are a single one. */
export function partsOf(geometry: RawGeometry): readonly Polygon[] {
  if (geometry.type === 'points') return geometry.points.map((point) => [[point]])
  if (geometry.type === 'lines') return geometry.lines.map((line) => [line])
  return geometry.polygons
}

/** Every position of a geometry, in degrees. */
export function* positionsOf(geometry: RawGeometry): Generator<LonLat> {
  for (const part of partsOf(geometry)) for (const ring of part) yield* ring
}

/** The extent of geometries, null standing for none; of no position at all it is turned inside out. */
export function extentOfGeometries(geometries: readonly (RawGeometry | null)[]): ExtentDegrees {
  return extentOfPositions(positionsOfAll(geometries))
}

function* positionsOfAll(geometries: readonly (RawGeometry | null)[]): Generator<LonLat> {
  for (const geometry of geometries) if (geometry) yield* positionsOf(geometry)
}
