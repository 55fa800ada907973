import { decodeAs, decodeText, type Encoding } from '../bytes/decode-text.ts'
import { type RawValue, uniqueHeadings } from '../raw-table.ts'

/** The attributes of a shapefile; null stands for a row that is marked as deleted. */
export type DbfTable = {
  readonly headings: readonly string[]
  readonly repeated: readonly string[]
  readonly rows: readonly (readonly RawValue[] | null)[]
}

type Field = {
  readonly name: string
  readonly type: string
  readonly start: number
  readonly size: number
}

/**
 * Reads a dBASE table; null if it is none or its header is damaged. A file cut short gives the rows
 * that are whole.
 *
 * @param codePage the content of the .cpg beside it, or null: UTF-8 if it is sound, else Windows-1252.
 * @source dBASE III+ and Level 5 DOS table file format.
 */
export function readDbf(bytes: Uint8Array, codePage: string | null): DbfTable | null {
  if (bytes.length < 33) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const statedRows = view.getUint32(4, true)
  const headerBytes = view.getUint16(8, true)
  const rowBytes = view.getUint16(10, true)
  const fields = fieldsOf(bytes, headerBytes)
  if (!fields || rowBytes < 1 || headerBytes > bytes.length) return null
  if (fields.some(({ start, size }) => start + size > rowBytes)) return null
  const body = bytes.subarray(headerBytes)
  const rowCount = Math.min(statedRows, Math.floor(body.length / rowBytes))
  const encoding = encodingOf(codePage, body)
  const rows = Array.from({ length: rowCount }, (_, index) => {
    const row = body.subarray(index * rowBytes, (index + 1) * rowBytes)
    return row[0] === 0x2a ? null : fields.map((field) => cellValue(row, field, encoding))
  })
  const { unique, repeated } = uniqueHeadings(fields.map(({ name }) => name))
  return { headings: unique, repeated, rows }
}

function fieldsOf(bytes: Uint8Array, headerBytes: number): Field[] | null {
  const fields: Field[] = []
  let start = 1
  for (let at = 32; at < headerBytes && bytes[at] !== 0x0d; at += 32) {
    if (at + 32 > bytes.length) return null
    const nameBytes = bytes.subarray(at, at + 11)
    const end = nameBytes.indexOf(0)
    const name = decodeText(end < 0 ? nameBytes : nameBytes.subarray(0, end)).text.trim()
    const size = bytes[at + 16]!
    fields.push({ name, type: String.fromCharCode(bytes[at + 11]!), start, size })
    start += size
  }
  return fields
}

function encodingOf(codePage: string | null, body: Uint8Array): Encoding {
  const name = codePage?.trim().toLowerCase() ?? ''
  if (/utf-?8|65001/.test(name)) return 'utf-8'
  if (/1250/.test(name)) return 'windows-1250'
  if (/1252|8859-?1$|latin-?1/.test(name)) return 'windows-1252'
  return decodeText(body).encoding === 'utf-8' ? 'utf-8' : 'windows-1252'
}

function cellValue(row: Uint8Array, { type, start, size }: Field, encoding: Encoding): RawValue {
  const cell = row.subarray(start, start + size)
  const end = cell.indexOf(0)
  const text = decodeAs(end < 0 ? cell : cell.subarray(0, end), encoding).trim()
  if (text === '') return null
  if (type === 'N' || type === 'F') {
    const number = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : Number.NaN
    return Number.isFinite(number) ? number : null
  }
  if (type === 'L') return /^[ty]$/i.test(text) ? true : /^[fn]$/i.test(text) ? false : null
  if (type === 'D') return text.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
  return text
}
