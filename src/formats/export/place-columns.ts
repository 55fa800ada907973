import { wktOf } from '../geometry/wkt.ts'
import { type ExportCell, type ExportRow, type ExportTable, shapesIn } from './export-table.ts'

/** The columns in which a table without geometry of its own says where its rows lie. */
export type PlaceColumns = {
  readonly headings: readonly string[]
  readonly cellsOf: (row: ExportRow) => readonly ExportCell[]
}

/** Degrees for single points, well-known text for all else, nothing for rows that lie nowhere. */
export function placeColumns(table: ExportTable): PlaceColumns {
  const shapes = shapesIn(table)
  if (shapes.length === 0) return { headings: [], cellsOf: () => [] }
  const isSingle = ({ geometry }: ExportRow) =>
    geometry?.type !== 'points' || geometry.points.length === 1
  if (shapes.length > 1 || shapes[0] !== 'points' || !table.rows.every(isSingle)) {
    return { headings: ['wkt'], cellsOf: ({ geometry }) => [geometry && wktOf(geometry)] }
  }
  return { headings: ['latitude', 'longitude'], cellsOf: degreesOf }
}

function degreesOf({ geometry }: ExportRow): readonly ExportCell[] {
  const point = geometry?.type === 'points' ? geometry.points[0] : undefined
  return [point?.[1] ?? null, point?.[0] ?? null]
}
