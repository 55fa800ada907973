import type { Column, Columns, Geometry, TextColumn } from '#core/columns/columns.ts'
import {
  arrayFor,
  framed,
  headingIn,
  isOutline,
  outlineOf,
  packColumns,
  viewColumns,
} from './pack-columns.ts'

/** Datasets of more rows than this lie in parts of so many: about 11 MB of incidents each. */
export const ROWS_PER_PART = 100_000

/** Rows that are long (tracks, texts) are cut closer, so that a part is still packed within a frame or two. */
export const MAX_PART_BYTES = 16_000_000

/** Rows from one to before another. */
export type RowRange = { readonly from: number; readonly to: number }

/** A part as the index knows it. */
export type PartEntry = { readonly rowCount: number; readonly checksum: string }

/**
 * What is kept of a dataset in parts besides them, as the bytes of its record. The outline is the
 * columns with every array by its kind and length alone; labels stand here once for all parts.
 */
export type DatasetIndex = { readonly parts: readonly PartEntry[]; readonly outline: unknown }

/** Where to cut columns: parts of so many rows, and fewer where those take more than so many bytes. */
export function partRanges(
  columns: Columns,
  rowsPerPart = ROWS_PER_PART,
  maxBytes = MAX_PART_BYTES,
): RowRange[] {
  const ranges: RowRange[] = []
  for (let from = 0; from < columns.rowCount; from = ranges.at(-1)!.to) {
    let count = Math.min(rowsPerPart, columns.rowCount - from)
    while (count > 1 && bytesOf(cutColumns(columns, { from, to: from + count })) > maxBytes) {
      count = Math.ceil(count / 2)
    }
    ranges.push({ from, to: from + count })
  }
  return ranges
}

/**
 * Some rows of columns, all as views: nothing is copied. Offsets of lines and texts stay as they are
 * in the whole, so that a part knows where its vertices and bytes belong; labels stay in the index.
 */
export function cutColumns({ geometry, fields }: Columns, { from, to }: RowRange): Columns {
  const cut = Object.entries(fields).map(
    ([name, column]) => [name, cutColumn(column, from, to)] as const,
  )
  return {
    rowCount: to - from,
    geometry: cutGeometry(geometry, from, to),
    fields: Object.fromEntries(cut),
  }
}

function cutGeometry(geometry: Geometry, from: number, to: number): Geometry {
  if (geometry.type === 'none') return geometry
  const { positions } = geometry
  if (geometry.type === 'points') {
    return { type: 'points', positions: positions.subarray(2 * from, 2 * to) }
  }
  const [first, end] = [geometry.offsets[from]!, geometry.offsets[to]!]
  return {
    type: 'lines',
    positions: positions.subarray(2 * first, 2 * end),
    offsets: geometry.offsets.subarray(from, to + 1),
    vertexEpochMinutes: geometry.vertexEpochMinutes?.subarray(first, end) ?? null,
  }
}

function cutColumn(column: Column, from: number, to: number): Column {
  if (column.type === 'number') return { type: 'number', values: column.values.subarray(from, to) }
  if (column.type === 'category') {
    return { type: 'category', codes: column.codes.subarray(from, to), labels: [] }
  }
  const { bytes, offsets } = column
  return {
    type: 'text',
    bytes: bytes.subarray(offsets[from], offsets[to]),
    offsets: offsets.subarray(from, to + 1),
  }
}

/** A part as it lies on the disk. Costs one copy of its own bytes. */
export function packPart(columns: Columns, range: RowRange): Uint8Array<ArrayBuffer> {
  return packColumns(cutColumns(columns, range))
}

const INDEX_OPENING = '{"parts":'

/** The index of columns in parts, as the bytes of a record. */
export function packIndex(parts: readonly PartEntry[], columns: Columns): Uint8Array<ArrayBuffer> {
  const outline = (_key: string, value: unknown): unknown =>
    ArrayBuffer.isView(value) ? outlineOf(value as Float64Array) : value
  return framed(JSON.stringify({ parts, outline: columns }, outline), 0).bytes
}

/** The index in the bytes of a record; null if they are the columns themselves. */
export function readIndex(bytes: Uint8Array): DatasetIndex | null {
  const { heading } = headingIn(bytes, INDEX_OPENING.length)
  if (heading !== INDEX_OPENING) return null
  return JSON.parse(headingIn(bytes).heading) as DatasetIndex
}

/** What the names of parts begin with, and no other name does. */
export const PART_PREFIX = 'part-'

/** A part's name on the disk. The checksum is in it, so that no part ever takes another's place. */
export function partName(datasetId: string, number: number, checksum: string): string {
  const padded = String(number).padStart(4, '0')
  return `${PART_PREFIX}${encodeURIComponent(datasetId)}.${padded}.${checksum.slice(0, 16)}.bin`
}

/** The names of all parts that an index lists, in order. */
export function partNames(datasetId: string, parts: DatasetIndex['parts']): string[] {
  return parts.map(({ checksum }, number) => partName(datasetId, number, checksum))
}

/** Columns that parts are put into, in any order; whole when every part has been put. */
export type Joiner = {
  readonly columns: Columns
  /**
   * Costs one copy of the bytes, which are checked by their checksum before.
   *
   * @returns whether they were the part of that number, and fitted.
   */
  put(number: number, bytes: Uint8Array<ArrayBuffer>): boolean
}

/**
 * Columns at full length, still empty.
 *
 * @throws RangeError if there is not enough memory for them.
 */
export function createJoiner({ parts, outline }: DatasetIndex): Joiner {
  const columns = allocated(outline) as Columns
  const starts = [0]
  for (const [number, { rowCount }] of parts.entries()) starts.push(starts[number]! + rowCount)
  return {
    columns,
    put(number, bytes) {
      const part = viewColumns(bytes)
      if (part.rowCount !== parts[number]?.rowCount) return false
      try {
        putRows(columns, part, starts[number]!)
        return true
      } catch {
        return false
      }
    },
  }
}

function allocated(value: unknown): unknown {
  if (isOutline(value)) return arrayFor(value)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, allocated(inner)]))
}

/** @throws Error if they do not fit. */
function putRows(whole: Columns, part: Columns, from: number): void {
  putGeometry(whole.geometry, part.geometry, from)
  for (const [name, column] of Object.entries(whole.fields)) {
    putColumn(column, part.fields[name], from)
  }
}

function putGeometry(whole: Geometry, part: Geometry, from: number): void {
  if (whole.type === 'points' && part.type === 'points') {
    whole.positions.set(part.positions, 2 * from)
  }
  if (whole.type !== 'lines' || part.type !== 'lines') return
  const first = part.offsets[0]!
  whole.offsets.set(part.offsets, from)
  whole.positions.set(part.positions, 2 * first)
  if (part.vertexEpochMinutes) whole.vertexEpochMinutes?.set(part.vertexEpochMinutes, first)
}

function putColumn(whole: Column, part: Column | undefined, from: number): void {
  if (whole.type !== part?.type) throw new Error(`no ${whole.type} column in a part`)
  if (whole.type === 'number' && part.type === 'number') whole.values.set(part.values, from)
  if (whole.type === 'category' && part.type === 'category') whole.codes.set(part.codes, from)
  if (whole.type === 'text' && part.type === 'text') putTexts(whole, part, from)
}

function putTexts(whole: TextColumn, part: TextColumn, from: number): void {
  whole.offsets.set(part.offsets, from)
  whole.bytes.set(part.bytes, part.offsets[0])
}

function bytesOf({ geometry, fields }: Columns): number {
  const arrays = [geometry, ...Object.values(fields)].flatMap((holder) =>
    Object.values(holder).filter((value) => ArrayBuffer.isView(value)),
  )
  return arrays.reduce((sum, { byteLength }) => sum + byteLength, 0)
}
