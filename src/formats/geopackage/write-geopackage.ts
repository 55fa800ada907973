import initSqlJs, { type Database } from 'sql.js/dist/sql-wasm-inline.js'
import { aboutExport, aboutMembers, aboutTable, lineTexts } from '../export/about-text.ts'
import type { ExportWriter } from '../export/export-format.ts'
import { type ExportAbout, type ExportTable, shapesIn } from '../export/export-table.ts'
import { extentOfGeometries } from '../geometry/positions-of.ts'
import { wkbOf } from '../geometry/write-wkb.ts'
import type { RawGeometry } from '../raw-table.ts'
import { METADATA_STANDARD, quotedName } from './names.ts'

const WGS84 =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]'

const SCHEMA = `
PRAGMA application_id = 0x47504B47;
PRAGMA user_version = 10400;
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name), CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name), CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
CREATE TABLE gpkg_metadata (id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, md_scope TEXT NOT NULL DEFAULT 'dataset', md_standard_uri TEXT NOT NULL, mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '');
CREATE TABLE gpkg_metadata_reference (reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, row_id_value INTEGER, timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), md_file_id INTEGER NOT NULL, md_parent_id INTEGER, CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id), CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id));
`
const METADATA = 'http://www.geopackage.org/spec/#extension_metadata'

/**
 * One GeoPackage, a layer a table; tables without places are attributes. Provenance and marking stand in
 * the description of each layer, for people, and as JSON in its metadata, for programs.
 *
 * @source OGC 12-128r19 (GeoPackage 1.4), §2.1, annex F.8.
 */
export const writeGeopackage: ExportWriter = async (tables, about) => {
  const { Database } = await initSqlJs()
  const database = new Database()
  try {
    database.run(SCHEMA)
    const systems: readonly (readonly (string | number)[])[] = [
      ['Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined'],
      ['Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined'],
      ['WGS 84 geodetic', 4326, 'EPSG', 4326, WGS84, 'longitude and latitude in degrees'],
    ]
    for (const system of systems) insert(database, 'gpkg_spatial_ref_sys', system)
    for (const of of ['gpkg_metadata', 'gpkg_metadata_reference']) {
      insert(database, 'gpkg_extensions', [of, null, 'gpkg_metadata', METADATA, 'read-write'])
    }
    database.run('BEGIN')
    tables.forEach((table, index) => {
      putTable(database, table, about, index + 1)
    })
    database.run('COMMIT')
    return { bytes: database.export(), told: [] }
  } finally {
    database.close()
  }
}

type Value = string | number | null | Uint8Array

function insert(database: Database, table: string, values: readonly Value[]): void {
  const marks = values.map(() => '?').join(',')
  database.run(`INSERT INTO ${table} VALUES (${marks})`, [...values])
}

function putTable(database: Database, table: ExportTable, about: ExportAbout, id: number): void {
  const { stem, title, columns, rows } = table
  const shapes = shapesIn(table)
  const hasPlaces = shapes.length > 0
  const time = stamped(about.madeAt)
  const lines = [...aboutExport(about), ...aboutTable(table)]
  const description = lineTexts(lines).join('\n')
  const extent = hasPlaces
    ? extentOfGeometries(rows.map(({ geometry }) => geometry))
    : [null, null, null, null]
  const type = hasPlaces ? 'features' : 'attributes'
  const identifier = id === 1 ? title : `${title} (${stem})`
  insert(database, 'gpkg_contents', [
    stem,
    type,
    identifier,
    description,
    time,
    ...extent,
    hasPlaces ? 4326 : null,
  ])
  const fields = columns.map(({ name, type: kind }) => `${quotedName(name)} ${SQL_TYPES[kind]}`)
  const place = hasPlaces ? [`geom ${sqlShape(table)}`] : []
  database.run(
    `CREATE TABLE ${quotedName(stem)} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, ${[...place, ...fields].join(', ')})`,
  )
  if (hasPlaces) {
    insert(database, 'gpkg_geometry_columns', [stem, 'geom', sqlShape(table), 4326, 0, 0])
  }
  const marks = Array.from({ length: columns.length + (hasPlaces ? 2 : 1) }, () => '?').join(',')
  const statement = database.prepare(`INSERT INTO ${quotedName(stem)} VALUES (${marks})`)
  rows.forEach(({ cells, geometry }, index) => {
    const values = columns.map((column, i) => {
      const cell = cells[i] ?? null
      return column.type === 'date' && typeof cell === 'string' ? stamped(cell) : cell
    })
    const at: Value[] = hasPlaces ? [geometry && packed(geometry)] : []
    statement.run([index + 1, ...at, ...values])
  })
  statement.free()
  const members = JSON.stringify(aboutMembers(about, table))
  insert(database, 'gpkg_metadata', [id, 'dataset', METADATA_STANDARD, 'application/json', members])
  insert(database, 'gpkg_metadata_reference', ['table', stem, null, null, time, id, null])
}

const SQL_TYPES = { text: 'TEXT', number: 'DOUBLE', date: 'DATETIME' } as const

/** Instants as GeoPackage writes them, with milliseconds. */
function stamped(instantAt: string): string {
  return new Date(instantAt).toISOString()
}

function sqlShape(table: ExportTable): string {
  const shapes = shapesIn(table)
  const isSingle = table.rows.every(
    ({ geometry }) => geometry === null || partCount(geometry) === 1,
  )
  if (shapes.length > 1) return 'GEOMETRY'
  const name = { points: 'POINT', lines: 'LINESTRING', polygons: 'POLYGON' }[shapes[0] ?? 'points']
  if (isSingle) return name
  const hasSingle = table.rows.some(({ geometry }) => geometry && partCount(geometry) === 1)
  return hasSingle ? 'GEOMETRY' : `MULTI${name}`
}

function partCount(geometry: RawGeometry): number {
  if (geometry.type === 'points') return geometry.points.length
  return geometry.type === 'lines' ? geometry.lines.length : geometry.polygons.length
}

/** "GP", version 0, little end first with an envelope unless a point; then WKB. */
function packed(geometry: RawGeometry): Uint8Array {
  const wkb = wkbOf(geometry)
  const isPoint = geometry.type === 'points' && geometry.points.length === 1
  const headBytes = isPoint ? 8 : 40
  const bytes = new Uint8Array(headBytes + wkb.length)
  const view = new DataView(bytes.buffer)
  bytes.set([0x47, 0x50, 0, isPoint ? 1 : 3])
  view.setInt32(4, 4326, true)
  if (!isPoint) {
    const [west, south, east, north] = extentOfGeometries([geometry])
    for (const [index, bound] of [west, east, south, north].entries()) {
      view.setFloat64(8 + 8 * index, bound, true)
    }
  }
  bytes.set(wkb, headBytes)
  return bytes
}
