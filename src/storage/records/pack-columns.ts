import { type Column, type Columns, type Geometry, textColumn } from '#core/columns/columns.ts'

type Numbers = Float64Array | Uint32Array | Int32Array | Uint8Array
type ArrayName = keyof typeof MAKERS
const MAKERS = { Float64Array, Uint32Array, Int32Array, Uint8Array }
/** Where an array lies behind the heading. */
type Place = { readonly array: ArrayName; readonly at: number; readonly length: number }

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
    const place = { array: numbers.constructor.name, at: end, length: numbers.length }
    arrays.push(numbers)
    end += padded(numbers.byteLength)
    return place
  }
  const heading = new TextEncoder().encode(JSON.stringify(columns, placed))
  const start = padded(4 + heading.length)
  const bytes = new Uint8Array(start + end)
  new DataView(bytes.buffer).setUint32(0, heading.length, true)
  bytes.set(heading, 4)
  let at = start
  for (const { buffer, byteOffset, byteLength } of arrays) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at)
    at += padded(byteLength)
  }
  return bytes
}

/**
 * Columns from bytes that `packColumns` made.
 *
 * @throws Error if they are not: check them before by their checksum.
 */
export function unpackColumns(bytes: Uint8Array): Columns {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const headingLength = view.getUint32(0, true)
  const heading = new TextDecoder().decode(bytes.subarray(4, 4 + headingLength))
  const start = padded(4 + headingLength)
  const read = (_key: string, value: unknown): unknown => {
    if (!isPlace(value)) return value
    const maker = MAKERS[value.array]
    const from = start + value.at
    const { buffer } = bytes.slice(from, from + value.length * maker.BYTES_PER_ELEMENT)
    return new maker(buffer)
  }
  const { rowCount, geometry, fields } = JSON.parse(heading, read) as {
    readonly rowCount: number
    readonly geometry: Geometry
    readonly fields: Readonly<Record<string, Column | OldTextColumn>>
  }
  const present = Object.entries(fields).map(([name, column]) => [name, brought(column)] as const)
  return { rowCount, geometry, fields: Object.fromEntries(present) }
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
  return typeof value === 'object' && value !== null && 'array' in value && 'at' in value
}
