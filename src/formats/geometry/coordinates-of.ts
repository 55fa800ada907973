import type { RawGeometry } from '../raw-table.ts'

/** A geometry as GeoJSON writes it: of one part under its plain name, of several under Multi. */
export type Coordinates = {
  readonly type:
    | 'Point'
    | 'MultiPoint'
    | 'LineString'
    | 'MultiLineString'
    | 'Polygon'
    | 'MultiPolygon'
  readonly coordinates: unknown
}

/** The GeoJSON geometry of a record's place. */
export function coordinatesOf(geometry: RawGeometry): Coordinates {
  if (geometry.type === 'points') return named('Point', geometry.points)
  if (geometry.type === 'lines') return named('LineString', geometry.lines)
  return named('Polygon', geometry.polygons)
}

function named(type: 'Point' | 'LineString' | 'Polygon', parts: readonly unknown[]): Coordinates {
  if (parts.length === 1) return { type, coordinates: parts[0] }
  return { type: `Multi${type}`, coordinates: parts }
}
