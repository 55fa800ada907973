import { type Column, type Columns, type Geometry, textColumn } from '#core/columns/columns.ts'

export type Numbers = Float64Array | Uint32Array | Int32Array | Uint8Array
type ArrayName = keyof typeof MAKERS
const MAKERS = { Float64Array, Uint32Array, Int32Array, Uint8Array }
/** An array by its kind and length. */
export type ArrayOutline = { readonly array: ArrayName; readonly length: number }
/** Where an array lies behind the heading. */
type Place = ArrayOutline & { readonly at: number }

/**
 * Columns as one run of bytes: the length of the heading, the heading (JSON: labels and where the
 * arrays lie), then the arrays as they are in memory, each at a multiple of 8.
 */
export function packColumns(columns: Columns): Uint8Array<ArrayBuffer> {
  const arrays: Numbers[] = []
  let end = 0
  const placed = (_key: string, value: unknown): unknown => {
    if (!ArrayBuffer.isView(value)) return value
    const numbers = value as Numbers
    const place = { ...outlineOf(numbers), at: end }
    arrays.push(numbers)
    end += padded(numbers.byteLength)
    return place
  }
  const heading = JSON.stringify(columns, placed)
  const { bytes, start } = framed(heading, end)
  let at = start
  for (const { buffer, byteOffset, byteLength } of arrays) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at)
    at += padded(byteLength)
  }
  return bytes
}

/**
 * Columns from bytes that `packColumns` made; every array has memory of its own.
 *
 * @throws Error if they are not: check them before by their checksum.
 */
export function unpackColumns(bytes: Uint8Array): Columns {
  return columnsIn(bytes, (array, from, length) => {
    const maker = MAKERS[array]
    return new maker(bytes.slice(from, from + length * maker.BYTES_PER_ELEMENT).buffer)
  })
}

/**
 * Columns from bytes that `packColumns` made, which must lie at a multiple of 8; copies nothing, so
 * every array looks into them.
 *
 * @throws Error if they are not: check them before by their checksum.
 */
export function viewColumns(bytes: Uint8Array<ArrayBuffer>): Columns {
  return columnsIn(bytes, (array, from, length) => {
    return new MAKERS[array](bytes.buffer, bytes.byteOffset + from, length)
  })
}

function columnsIn(
  bytes: Uint8Array,
  arrayAt: (array: ArrayName, from: number, length: number) => Numbers,
): Columns {
  const { heading, start } = headingIn(bytes)
  const read = (_key: string, value: unknown): unknown =>
    isPlace(value) ? arrayAt(value.array, start + value.at, value.length) : value
  const { rowCount, geometry, fields } = JSON.parse(heading, read) as {
    readonly rowCount: number
    readonly geometry: Geometry
    readonly fields: Readonly<Record<string, Column | OldTextColumn>>
  }
  const present = Object.entries(fields).map(([name, column]) => [name, brought(column)] as const)
  return { rowCount, geometry, fields: Object.fromEntries(present) }
}

/** Zeroed bytes that begin with a heading and its length; `start` is where so many more may lie. */
export function framed(heading: string, byteCount: number) {
  const text = new TextEncoder().encode(heading)
  const start = padded(4 + text.length)
  const bytes = new Uint8Array(start + byteCount)
  new DataView(bytes.buffer).setUint32(0, text.length, true)
  bytes.set(text, 4)
  return { bytes, start }
}

/** The heading of framed bytes, or no more than so many bytes of it. */
export function headingIn(bytes: Uint8Array, maxByteCount = Number.POSITIVE_INFINITY) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = view.getUint32(0, true)
  const text = bytes.subarray(4, 4 + Math.min(length, maxByteCount))
  return { heading: new TextDecoder().decode(text), start: padded(4 + length) }
}

/** An array as a heading names it. */
export function outlineOf(numbers: Numbers): ArrayOutline {
  return { array: numbers.constructor.name as ArrayName, length: numbers.length }
}

/** An array of zeros as an outline says; takes no memory until it is written to. */
export function arrayFor({ array, length }: ArrayOutline): Numbers {
  return new MAKERS[array](length)
}

/** Whether a value out of a heading stands for an array. */
export function isOutline(value: unknown): value is ArrayOutline {
  if (typeof value !== 'object' || value === null || !('array' in value)) return false
  return typeof value.array === 'string' && 'length' in value
}

/** As texts lay in the heading until they became bytes of their own. */
type OldTextColumn = { readonly type: 'text'; readonly values: readonly string[] }

function brought(column: Column | OldTextColumn): Column {
  return column.type === 'text' && 'values' in column ? textColumn(column.values) : column
}

function padded(length: number): number {
  return Math.ceil(length / 8) * 8
}

function isPlace(value: unknown): value is Place {
  return isOutline(value) && 'at' in value
}
