import {
  type FileMetaData,
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
} from 'hyparquet'
import { issue, ok, type Result, refuse } from '#core/issue.ts'
import { gunzip } from '../bytes/gunzip.ts'
import { type CoordinateSystem, systemOfName } from '../geometry/coordinate-system.ts'
import { readWkb } from '../geometry/read-wkb.ts'
import { MEMBERS_KEY, statedInJson, withStated } from '../marks/stated.ts'
import type { RawTable, ReadAnswers, SourceFile } from '../raw-table.ts'
import { cellOf, type PlacedRow, tableOfPlaces } from '../rows/table-of-places.ts'

/** What the metadata of a GeoParquet says of its geometry (geoparquet.org, 1.0 and 1.1). */
type Geo = {
  readonly column: string
  readonly crs: CoordinateSystem
}

/** Snappy is built in; what would unpack beyond the limit of all archives is refused. */
const COMPRESSORS = { GZIP: unpacked }

function unpacked(packed: Uint8Array): Uint8Array {
  const read = gunzip(packed, 'a column')
  if (!read.ok) throw new RangeError(read.issues[0]?.message)
  return read.value
}

const NO_PLACE = {
  fault: { code: 'geometry-missing', why: 'it has no geometry, so it has no place on the map' },
}

/** Rows of a GeoParquet with its geometry in WKB; Snappy, gzip or nothing to unpack. */
export async function readGeoparquet(
  { name: file, bytes }: SourceFile,
  answers: ReadAnswers,
): Promise<Result<readonly RawTable[]>> {
  const fail = (code: string, message: string) =>
    refuse<never>(issue('error', code, message, { file }))
  const source = {
    byteLength: bytes.byteLength,
    slice: (start: number, end?: number) =>
      bytes.buffer.slice(
        bytes.byteOffset + start,
        bytes.byteOffset + (end ?? bytes.byteLength),
      ) as ArrayBuffer,
  }
  try {
    const metadata = await parquetMetadataAsync(source, { geoparquet: false })
    if (!hasItsColumns(metadata)) throw new RangeError('columns')
    const textUnder = (name: string) =>
      metadata.key_value_metadata?.find(({ key }) => key === name)?.value
    const value = textUnder('geo')
    const geo = value === undefined ? null : geoOf(value, answers)
    if (!geo) {
      return fail(
        'geo-missing',
        `${file} is Parquet without a geometry column in WKB. Export it as GeoParquet or CSV.`,
      )
    }
    if (geo.crs === 'unknown') {
      return fail(
        'crs-unknown',
        `${file} is in a coordinate system that is not known here; export it in WGS 84.`,
      )
    }
    const { crs } = geo
    const objects = await parquetReadObjects({
      file: source,
      metadata,
      geoparquet: false,
      utf8: false,
      compressors: COMPRESSORS,
    })
    if (objects.length === 0) return fail('no-rows', `${file} holds no row.`)
    const rows = objects.map((row): PlacedRow => {
      const wkb: unknown = row[geo.column]
      const fields = Object.entries(row)
        .filter(([key]) => key !== geo.column)
        .map(([key, cell]) => [key, cellOf(cell)] as const)
      const place = wkb instanceof Uint8Array ? readWkb(wkb, crs) : NO_PLACE
      return { fields: new Map(fields), place }
    })
    const about = { file, format: 'GeoParquet', lineNoun: 'feature', issues: [] } as const
    const table = tableOfPlaces(about, rows)
    const stated = statedInJson(textUnder(MEMBERS_KEY) ?? '')
    return table.ok ? ok([withStated(table.value, stated)], table.issues) : table
  } catch (error) {
    const packing = /unsupported compression codec: (\w+)/i.exec(String(error))?.[1]
    return packing
      ? fail('parquet-packing', `${file} is packed with ${packing}; export it with Snappy.`)
      : fail('parquet-damaged', `${file} is no whole Parquet file; ask for it again.`)
  }
}

/**
 * Whether every stored column belongs to one of the schema, and a plain one to it alone. The reader
 * awaits no others: what goes wrong in one would be a fault that nobody catches.
 */
function hasItsColumns(metadata: FileMetaData): boolean {
  const children = new Map(
    parquetSchema(metadata).children.map((child) => [child.element.name, child]),
  )
  return metadata.row_groups.every(({ columns }) => {
    const names = columns.map(({ meta_data }) => meta_data?.path_in_schema[0] ?? '')
    const isKnown = names.every((name) => children.has(name))
    const plain = names.filter((name) => children.get(name)?.children.length === 0)
    return isKnown && new Set(plain).size === plain.length
  })
}

function geoOf(text: string, answers: ReadAnswers): Geo | null {
  const geo = JSON.parse(text) as {
    readonly primary_column?: unknown
    readonly columns?: Readonly<
      Record<string, { readonly encoding?: unknown; readonly crs?: unknown }>
    >
  }
  const column = String(geo.primary_column ?? '')
  const about = geo.columns && Object.hasOwn(geo.columns, column) ? geo.columns[column] : undefined
  if (about?.encoding !== 'WKB') return null
  return { column, crs: answers.crs === null ? systemOf(about.crs) : systemOfName(answers.crs) }
}

/** Without a word the system is WGS 84; else PROJJSON with an id. */
function systemOf(crs: unknown): CoordinateSystem {
  if (crs === undefined) return null
  const { id, name } = (crs ?? {}) as {
    readonly id?: { readonly authority?: unknown; readonly code?: unknown }
    readonly name?: unknown
  }
  if (id) return systemOfName(`${String(id.authority)}:${String(id.code)}`)
  return /wgs ?84/i.test(String(name)) ? null : 'unknown'
}
