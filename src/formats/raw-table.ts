import { type Issue, issue } from '#core/issue.ts'
import type { LonLat, MultiPolygon } from '#core/place.ts'
import type { Stated } from './marks/stated.ts'

/** A file as it came; the sidecars are the other parts of a shapefile, by extension in small letters. */
export type SourceFile = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly sidecars: ReadonlyMap<string, Uint8Array>
}

/** Answers that a person gave to a reader's questions. */
export type ReadAnswers = {
  /** `EPSG:32629` for coordinates whose system the file does not state. */
  readonly crs: string | null
}

/** What a cell may hold; null is an empty cell. */
export type RawValue = string | number | boolean | null

/** Where a record lies, in degrees WGS 84, checked for range; heights and measures are dropped. */
export type RawGeometry =
  | { readonly type: 'points'; readonly points: readonly LonLat[] }
  | { readonly type: 'lines'; readonly lines: readonly (readonly LonLat[])[] }
  | { readonly type: 'polygons'; readonly polygons: MultiPolygon }

/** One record that could be read. */
export type RawRecord = {
  /** Line of a text file or number of a shapefile record, from 1; feature, placemark, point, activity or part of an alert, from 0. */
  readonly line: number
  /** One per heading. */
  readonly cells: readonly RawValue[]
  readonly geometry: RawGeometry | null
  /** Why its outline must not be used as an area until it is repaired; null if it is sound. */
  readonly outlineFault: string | null
}

/** A file's content, neutral and safe: no prototype keys, no NUL, every number a finite one. */
export type RawTable = {
  readonly file: string
  readonly format:
    | 'CSV'
    | 'GeoJSON'
    | 'shapefile'
    | 'KML'
    | 'GPX'
    | 'XLSX'
    | 'JSON'
    | 'FlatGeobuf'
    | 'GeoParquet'
    | 'GeoPackage'
    | 'IATI'
    | 'CAP'
    | 'Esri grid'
  /** What `line` counts: "line 4", "feature 3", "record 2". */
  readonly lineNoun:
    | 'line'
    | 'feature'
    | 'record'
    | 'placemark'
    | 'point'
    | 'row'
    | 'activity'
    | 'alert'
  /** Unique; repeated ones carry a number: "note", "note (2)". */
  readonly headings: readonly string[]
  /** The HXL hashtag of each heading, such as "#geo+lat", where the file has a row of them. */
  readonly tags?: readonly (string | null)[]
  /** The year from which its bare day numbers count, where the file says so. */
  readonly dayNumbersFrom?: 1900 | 1904
  /** What the file says of the table, where this program wrote it. */
  readonly stated?: Stated
  readonly records: readonly RawRecord[]
  /** One a record that could not be read: `records` and `refused` together are all there were. */
  readonly refused: readonly Issue[]
  /** Warnings and notes on records that were kept, and on the file. */
  readonly issues: readonly Issue[]
}

/** Most columns that a table may have: more is a mistake, and no screen could map them. */
export const MAX_COLUMN_COUNT = 500

/** Why a table with so many columns is refused; null if it may come in. */
export function tooManyColumns(file: string, count: number): Issue | null {
  if (count <= MAX_COLUMN_COUNT) return null
  const message = `${file} has ${count} columns; at most ${MAX_COLUMN_COUNT} can be read. Export only those you need.`
  return issue('error', 'too-many-columns', message, { file })
}

/** Whether where its records lie came with them, and need not be read from columns. */
export function hasGeometry({ records }: Pick<RawTable, 'records'>): boolean {
  return records.some(({ geometry }) => geometry !== null)
}

/** Headings made unique and never empty, and which were repeated. */
export function uniqueHeadings(headings: readonly string[]): {
  readonly unique: readonly string[]
  readonly repeated: readonly string[]
} {
  const taken = new Set<string>()
  const repeated = new Set<string>()
  const unique = headings.map((heading, index) => {
    const base = heading === '' ? `column ${index + 1}` : heading
    let name = base
    for (let n = 2; taken.has(name); n++) {
      repeated.add(base)
      name = `${base} (${n})`
    }
    taken.add(name)
    return name
  })
  return { unique, repeated: [...repeated] }
}
