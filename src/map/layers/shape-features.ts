import type { Feature, Geometry, Position } from 'geojson'
import type { Columns } from '#core/columns/columns.ts'
import { type Shape, shapesOf } from '#core/columns/shape-columns.ts'
import type { LonLat } from '#core/place.ts'

/** A feature for each shape of a dataset, with what is known of its first row. */
export function shapeFeatures(
  columns: Columns,
  propertiesAt: (row: number) => Readonly<Record<string, string | number | boolean>>,
): Feature[] {
  return shapesOf(columns).map(({ shape, row }) => ({
    type: 'Feature',
    properties: propertiesAt(row),
    geometry: geometryOf(shape),
  }))
}

function geometryOf(shape: Shape): Geometry {
  const line = (positions: readonly LonLat[]): Position[] =>
    positions.map(([lon, lat]) => [lon, lat])
  return shape.type === 'lines'
    ? { type: 'MultiLineString', coordinates: shape.lines.map(line) }
    : { type: 'MultiPolygon', coordinates: shape.polygons.map((rings) => rings.map(line)) }
}
