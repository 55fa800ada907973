import initSqlJs, { type Database } from 'sql.js/dist/sql-wasm-inline.js'
import { type Issue, issue, ok, type Result, refuse } from '#core/issue.ts'
import { type CoordinateSystem, systemOfName, systemOfText } from '../geometry/coordinate-system.ts'
import type { GeometryReading } from '../geometry/read-geometry.ts'
import { readWkb } from '../geometry/read-wkb.ts'
import { type Stated, statedInJson, withStated } from '../marks/stated.ts'
import type { RawTable, ReadAnswers, SourceFile } from '../raw-table.ts'
import { cellOf, type PlacedRow, tableOfPlaces } from '../rows/table-of-places.ts'
import { tableOfRows } from '../rows/table-of-rows.ts'
import { METADATA_STANDARD, quotedName } from './names.ts'

/** A layer as the package lists it. */
type Layer = {
  readonly table: string
  readonly column: string
  readonly system: CoordinateSystem
}

const MAX_ROWS = 2_000_000
const ENVELOPE_BYTES = [0, 32, 48, 48, 64]
const NO_PLACE: GeometryReading = {
  fault: { code: 'geometry-missing', why: 'it has no geometry, so it has no place on the map' },
}

/**
 * The feature layers of a GeoPackage, one table each; SQLite itself reads it, as WebAssembly.
 *
 * @source OGC 12-128r19 (GeoPackage 1.4), §2.1.
 */
export async function readGeopackage(
  { name: file, bytes }: SourceFile,
  answers: ReadAnswers,
): Promise<Result<readonly RawTable[]>> {
  const damaged = () =>
    refuse<never>(
      issue('error', 'gpkg-damaged', `${file} is no whole GeoPackage; ask for it again.`, { file }),
    )
  const { Database } = await initSqlJs()
  let database: Database | null = null
  try {
    database = new Database(bytes)
    const layers = layersOf(database, answers)
    if (layers === null) return damaged()
    const tables: RawTable[] = []
    const issues: Issue[] = []
    const plain = plainTablesOf(database)
    const isOne = layers.length + plain.length === 1
    const shownAs = (name: string) => (isOne ? file : `${file} › ${name}`)
    const stated = statedIn(database)
    const read = [
      ...layers.map(
        (layer) => [layer.table, tableOf(database!, layer, shownAs(layer.table))] as const,
      ),
      ...plain.map((name) => [name, plainTable(database!, name, shownAs(name))] as const),
    ]
    for (const [name, table] of read) {
      if (table.ok) tables.push(withStated(table.value, stated.get(name)))
      else issues.push(...table.issues)
    }
    if (tables.length > 0) return ok(tables, issues)
    const none = issue('error', 'no-rows', `${file} holds no layer with features.`, { file })
    return refuse(...(issues.length > 0 ? issues : [none]))
  } catch {
    return damaged()
  } finally {
    database?.close()
  }
}

function layersOf(database: Database, answers: ReadAnswers): Layer[] | null {
  const [columns] = database.exec(
    'SELECT g.table_name, g.column_name, s.organization, s.organization_coordsys_id, s.definition' +
      ' FROM gpkg_geometry_columns g JOIN gpkg_contents c USING (table_name)' +
      // A view could be a query without an end.
      " JOIN sqlite_master m ON m.name = g.table_name AND m.type = 'table'" +
      " LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id WHERE c.data_type = 'features'",
  )
  if (!columns) return []
  return columns.values.map(([table, column, organization, code, definition]) => ({
    table: String(table),
    column: String(column),
    system:
      answers.crs === null
        ? systemOf(`${organization}:${code}`, String(definition ?? ''))
        : systemOfName(answers.crs),
  }))
}

/** What the package says of its tables, where this program wrote it; by their names. */
function statedIn(database: Database): ReadonlyMap<string, Stated> {
  const stated = new Map<string, Stated>()
  for (const [name, text] of metadataIn(database)) {
    const told = statedInJson(String(text))
    if (told) stated.set(String(name), told)
  }
  return stated
}

function metadataIn(database: Database): readonly (readonly unknown[])[] {
  const [listed] = database.exec(
    // A view could be a query without an end.
    "SELECT name FROM sqlite_master WHERE type = 'table'" +
      " AND name IN ('gpkg_metadata', 'gpkg_metadata_reference')",
  )
  if (listed?.values.length !== 2) return []
  try {
    const [found] = database.exec(
      'SELECT r.table_name, m.metadata FROM gpkg_metadata m' +
        ' JOIN gpkg_metadata_reference r ON r.md_file_id = m.id' +
        ` WHERE m.md_standard_uri = '${METADATA_STANDARD}' LIMIT ${MAX_ROWS}`,
    )
    return found?.values ?? []
  } catch {
    return []
  }
}

/** Tables without places, which the package lists as attributes. */
function plainTablesOf(database: Database): string[] {
  const [found] = database.exec(
    'SELECT c.table_name FROM gpkg_contents c' +
      " JOIN sqlite_master m ON m.name = c.table_name AND m.type = 'table'" +
      " WHERE c.data_type = 'attributes'",
  )
  return (found?.values ?? []).map(([name]) => String(name))
}

function plainTable(database: Database, name: string, file: string): Result<RawTable> {
  const [found] = database.exec(`SELECT * FROM ${quotedName(name)} LIMIT ${MAX_ROWS}`)
  const rows = (found?.values ?? []).map((values, i) => ({ line: i, cells: values.map(cellOf) }))
  const heading = { line: -1, cells: found?.columns ?? [] }
  const about = { file, format: 'GeoPackage', lineNoun: 'feature', issues: [] } as const
  return tableOfRows(about, [heading, ...rows])
}

function systemOf(name: string, definition: string): CoordinateSystem {
  const named = systemOfName(name)
  if (named !== 'unknown') return named
  return /^\s*(GEOG|PROJ)/i.test(definition) ? systemOfText(definition) : 'unknown'
}

function tableOf(database: Database, layer: Layer, file: string): Result<RawTable> {
  const { table: name, column, system } = layer
  if (system === 'unknown') {
    const message = `${file} is in a coordinate system that is not known here; export it in WGS 84.`
    return refuse(issue('error', 'crs-unknown', message, { file }))
  }
  const statement = database.prepare(`SELECT * FROM ${quotedName(name)} LIMIT ${MAX_ROWS}`)
  const rows: PlacedRow[] = []
  try {
    const headings = statement.getColumnNames()
    while (statement.step()) {
      const values = statement.get()
      const fields = new Map(
        headings.flatMap((heading, i) =>
          heading === column ? [] : [[heading, cellOf(values[i])] as const],
        ),
      )
      rows.push({ fields, place: placeOf(values[headings.indexOf(column)], system) })
    }
  } finally {
    statement.free()
  }
  if (rows.length === 0) {
    return refuse(issue('error', 'no-rows', `${file} holds no feature.`, { file }))
  }
  return tableOfPlaces({ file, format: 'GeoPackage', lineNoun: 'feature', issues: [] }, rows)
}

/** A geometry begins with "GP", a version, flags, an id and an envelope; then follows WKB. */
function placeOf(value: unknown, system: Exclude<CoordinateSystem, 'unknown'>): GeometryReading {
  if (!(value instanceof Uint8Array)) return NO_PLACE
  if (value.length < 8 || value[0] !== 0x47 || value[1] !== 0x50) {
    return { fault: { code: 'geometry-damaged', why: 'its geometry is damaged' } }
  }
  const flags = value[3]!
  if ((flags & 0x10) !== 0) return NO_PLACE
  const envelope = ENVELOPE_BYTES[(flags >> 1) & 7] ?? 0
  return readWkb(value.subarray(8 + envelope), system)
}
