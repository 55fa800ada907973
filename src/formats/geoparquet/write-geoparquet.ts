import { parquetWriteBuffer } from 'hyparquet-writer'
import { aboutMembers } from '../export/about-text.ts'
import type { ExportWriter } from '../export/export-format.ts'
import type { ExportAbout, ExportColumn, ExportTable } from '../export/export-table.ts'
import { oneOrZip } from '../export/one-or-zip.ts'
import { coordinatesOf } from '../geometry/coordinates-of.ts'
import { extentOfGeometries } from '../geometry/positions-of.ts'
import { wkbOf } from '../geometry/write-wkb.ts'
import { MEMBERS_KEY } from '../marks/stated.ts'

/**
 * A GeoParquet a table: geometry in WKB, dates as instants, provenance and marking as JSON under a key of
 * the file.
 *
 * @source geoparquet.org, 1.1.0.
 */
export const writeGeoparquet: ExportWriter = oneOrZip('.parquet', bytesOf)

const TYPES = { text: 'STRING', number: 'DOUBLE', date: 'TIMESTAMP' } as const

function bytesOf(table: ExportTable, about: ExportAbout): Uint8Array {
  const places = table.rows.map(({ geometry }) => geometry && wkbOf(geometry))
  const columns = table.columns.map((column, index) => ({
    name: column.name,
    type: TYPES[column.type],
    nullable: true,
    data: valuesOf(table, column, index),
  }))
  const buffer = parquetWriteBuffer({
    columnData: [
      ...columns,
      { name: 'geometry', type: 'BYTE_ARRAY', nullable: true, data: places, statistics: false },
    ],
    kvMetadata: [
      { key: 'geo', value: JSON.stringify(geoOf(table)) },
      { key: MEMBERS_KEY, value: JSON.stringify(aboutMembers(about, table)) },
    ],
  })
  return new Uint8Array(buffer)
}

function valuesOf({ rows }: ExportTable, { type }: ExportColumn, index: number) {
  return rows.map(({ cells }) => {
    const cell = cells[index] ?? null
    return type === 'date' && typeof cell === 'string' ? new Date(cell) : cell
  })
}

function geoOf({ rows }: ExportTable) {
  const placed = rows.flatMap(({ geometry }) => (geometry ? [geometry] : []))
  const types = [...new Set(placed.map((geometry) => coordinatesOf(geometry).type))].sort()
  return {
    version: '1.1.0',
    primary_column: 'geometry',
    columns: {
      geometry: {
        encoding: 'WKB',
        geometry_types: types,
        bbox: extentOfGeometries(placed),
        orientation: 'counterclockwise',
      },
    },
  }
}
