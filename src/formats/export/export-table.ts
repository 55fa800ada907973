import type { LonLat, Polygon, Sensitivity } from '#core/place.ts'
import { wound } from '../geometry/read-geometry.ts'
import type { RawGeometry } from '../raw-table.ts'

/** What a cell may hold: a date is a UTC ISO instant to the second; null is "not known". */
export type ExportCell = string | number | null

/** What a column means to the rules of disclosure. */
export type ExportRole =
  | 'occurredAt'
  | 'positionErrorMetres'
  | 'detail'
  | 'peopleCount'
  | 'sampleCount'
  | 'share'
  | 'verifiedAt'
  /** Which units: for planners alone, as units are. */
  | 'units'

/** A column as every format has it; the names are headings that an import reads back. */
export type ExportColumn = {
  readonly name: string
  /** At most ten letters, for shapefiles; a heading that an import reads as the same field. */
  readonly shortName: string
  readonly type: 'text' | 'number' | 'date'
  readonly role: ExportRole | null
}

/** A row, and where it lies in degrees WGS 84; outer rings run counter-clockwise, holes clockwise. */
export type ExportRow = {
  readonly cells: readonly ExportCell[]
  readonly geometry: RawGeometry | null
}

/** Where the rows came from. */
export type ExportProvenance = {
  /** Empty: nobody said. */
  readonly sources: readonly string[]
  readonly licence: string
  /** UTC ISO: the newest instant that it is known to tell of; null: nobody said. */
  readonly asOf: string | null
  /** Names of the files that the data came in, as far as they are known. */
  readonly files: readonly string[]
}

/** What leaves as one table, whatever the format: a sheet, a layer, a file. */
export type ExportTable = {
  /** Of the dataset, or of the layer that has no other table; unlike that of any other table. */
  readonly id: string
  /** Id of the layer it belongs to. */
  readonly layer: string
  readonly title: string
  /** Name of its file, sheet or layer; unique within an export, letters, digits and hyphens. */
  readonly stem: string
  readonly columns: readonly ExportColumn[]
  readonly rows: readonly ExportRow[]
  readonly provenance: ExportProvenance
  readonly sensitivity: Sensitivity
  readonly isExercise: boolean
  /** True: that there are such rows is told only to those who may have them. */
  readonly isUntold?: boolean
  /** The column that says which style a row wears; null: all alike. */
  readonly styledBy: string | null
}

/** What holds for the whole of an export. */
export type ExportAbout = {
  readonly operation: string
  readonly theatre: string
  /** With EXERCISE where it is one. */
  readonly marking: string
  /** UTC ISO: when it was made. */
  readonly madeAt: string
  /** The same as a date-time group. */
  readonly dateTimeGroup: string
  readonly audience: Sensitivity
  /** What was left out or made coarser for its audience, a sentence each. */
  readonly withheld: readonly string[]
  /** What could not be written as it is held, a sentence each. */
  readonly changed: readonly string[]
  /** What the format cannot hold, a sentence each: no secret, but a limit. */
  readonly notInFormat: readonly string[]
}

/** A column; its short name is its name where that is short enough. */
export function column(
  name: string,
  type: ExportColumn['type'],
  { short = name, role }: { readonly short?: string; readonly role?: ExportRole } = {},
): ExportColumn {
  if (short.length > 10) throw new RangeError(`"${short}" is too long for a shapefile`)
  return { name, shortName: short, type, role: role ?? null }
}

/** The instant of a count of minutes to the nearest second; null where it is missing. */
export function dateCell(epochMinutes: number): string | null {
  if (!Number.isFinite(epochMinutes)) return null
  return `${new Date(Math.round(epochMinutes * 60) * 1000).toISOString().slice(0, 19)}Z`
}

/** Whether a cell of dates is a day in UTC, without a time; where it is missing too. */
export function isDay(cell: ExportCell): boolean {
  return cell === null || /T00:00:00(\.0+)?Z$/.test(String(cell))
}

/** A number; null where it is missing. */
export function numberCell(value: number | null | undefined): number | null {
  return value !== null && value !== undefined && Number.isFinite(value) ? value : null
}

/** A point. */
export function pointAt(position: LonLat): RawGeometry {
  return { type: 'points', points: [position] }
}

/** Outlines with their rings turned as maps expect them (RFC 7946 §3.1.6). */
export function polygonsOf(polygons: readonly Polygon[]): RawGeometry {
  return { type: 'polygons', polygons: polygons.map(wound) }
}

/** The sorts of geometry in a table; empty: its rows lie nowhere. */
export function shapesIn({ rows }: Pick<ExportTable, 'rows'>): readonly RawGeometry['type'][] {
  return [...new Set(rows.flatMap(({ geometry }) => (geometry ? [geometry.type] : [])))]
}

/** The position of a column by its name; −1 if there is none. */
export function columnAt({ columns }: Pick<ExportTable, 'columns'>, name: string): number {
  return columns.findIndex((one) => one.name === name)
}
