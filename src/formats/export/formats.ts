import { positionsOf } from '../geometry/positions-of.ts'
import { wktOf } from '../geometry/wkt.ts'
import type { RawGeometry } from '../raw-table.ts'
import type { ExportFormat } from './export-format.ts'
import { type ExportTable, shapesIn } from './export-table.ts'
import { oneOrZipEnding } from './one-or-zip.ts'

const NO_PLACE = 'it has no places; take CSV, Excel or GeoPackage'

/** Every format that data can leave in; those with large writers fetch them. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  {
    id: 'gpkg',
    name: 'GeoPackage',
    ending: () => '.gpkg',
    type: 'application/geopackage+sqlite3',
    unfit: () => null,
    load: async () => (await import('../geopackage/write-geopackage.ts')).writeGeopackage,
  },
  {
    id: 'geojson',
    name: 'GeoJSON',
    ending: oneOrZipEnding('.geojson'),
    type: 'application/geo+json',
    unfit: placed,
    load: async () => (await import('../geojson/write-geojson.ts')).writeGeojson,
  },
  {
    id: 'kml',
    name: 'KML, or KMZ of several',
    ending: (tableCount) => (tableCount === 1 ? '.kml' : '.kmz'),
    type: 'application/vnd.google-earth.kml+xml',
    unfit: placed,
    load: async () => {
      const { writeKml, writeKmz } = await import('../kml/write-kml.ts')
      return (tables, about) => (tables.length === 1 ? writeKml : writeKmz)(tables, about)
    },
  },
  {
    id: 'kmz',
    name: 'KMZ',
    ending: () => '.kmz',
    type: 'application/vnd.google-earth.kmz',
    unfit: placed,
    load: async () => (await import('../kml/write-kml.ts')).writeKmz,
  },
  {
    id: 'xlsx',
    name: 'Excel workbook',
    ending: () => '.xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    unfit: fitsSheet,
    load: async () => (await import('../xlsx/write-xlsx.ts')).writeXlsx,
  },
  {
    id: 'csv',
    name: 'CSV, zipped with its notes',
    ending: () => '.csv.zip',
    type: 'application/zip',
    unfit: () => null,
    load: async () => (await import('../csv/write-csv.ts')).writeCsv,
  },
  {
    id: 'shapefile',
    name: 'Shapefile, zipped',
    ending: () => '.shp.zip',
    type: 'application/zip',
    unfit: placed,
    load: async () => (await import('../shapefile/write-shapefile.ts')).writeShapefile,
  },
  {
    id: 'geoparquet',
    name: 'GeoParquet',
    ending: oneOrZipEnding('.parquet'),
    type: 'application/vnd.apache.parquet',
    unfit: placed,
    load: async () => (await import('../geoparquet/write-geoparquet.ts')).writeGeoparquet,
  },
  {
    id: 'gpx',
    name: 'GPX of patrols',
    ending: () => '.gpx',
    type: 'application/gpx+xml',
    unfit: ({ layer }) => (layer === 'patrols' ? null : 'GPX takes patrol tracks only'),
    load: async () => (await import('../gpx/write-gpx.ts')).writeGpx,
  },
]

function placed(table: ExportTable): string | null {
  const isAllPlaced = table.rows.every(({ geometry }) => geometry !== null)
  if (shapesIn(table).length === 0) return NO_PLACE
  return isAllPlaced ? null : 'some of its rows have no place; take CSV, Excel or GeoPackage'
}

/** What Excel holds in a cell and in a sheet, its heading apart. */
const MAX_CELL_CHARACTERS = 32_767
const MAX_SHEET_ROWS = 1_048_575
/** The most that a position takes in well-known text, with its comma and the brackets about it. */
const POSITION_CHARACTERS = 55

function fitsSheet(table: ExportTable): string | null {
  if (table.rows.length > MAX_SHEET_ROWS) return 'Excel holds no more than 1 048 576 rows'
  const isLong = table.rows.some(({ cells, geometry }) => {
    const isLongText = cells.some(
      (cell) => typeof cell === 'string' && cell.length >= MAX_CELL_CHARACTERS,
    )
    return isLongText || (geometry !== null && isLongOutline(geometry))
  })
  return isLong ? 'a text or outline is longer than a cell of Excel holds; take GeoPackage' : null
}

/** The text itself is made of those alone that might be too long. */
function isLongOutline(geometry: RawGeometry): boolean {
  let positionCount = 0
  for (const _ of positionsOf(geometry)) positionCount++
  return (
    (positionCount + 1) * POSITION_CHARACTERS > MAX_CELL_CHARACTERS &&
    wktOf(geometry).length > MAX_CELL_CHARACTERS
  )
}
