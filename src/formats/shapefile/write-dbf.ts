import { strToU8 } from 'fflate'
import {
  type ExportCell,
  type ExportColumn,
  type ExportRow,
  isDay,
} from '../export/export-table.ts'

/** The most that dBASE holds in a text; counted in bytes of UTF-8. */
export const MAX_TEXT_BYTES = 254
/** Holds every double as its shortest text. */
const NUMBER_BYTES = 24
/** Year, month and day. */
const DAY_BYTES = 8

/** A table in dBASE, and how many texts had to be cut, by column. */
export type WrittenDbf = {
  readonly bytes: Uint8Array
  readonly cutCounts: ReadonlyMap<string, number>
}

type Field = {
  readonly column: ExportColumn
  /** N a number, D a day, C a text. */
  readonly type: 'N' | 'D' | 'C'
  readonly cells: readonly Uint8Array[]
  readonly size: number
}

/**
 * Rows as dBASE III in UTF-8. Numbers are their shortest exact text; dates are days where all of a column
 * are, else ISO texts, since dBASE has no times; a longer text than the format holds is cut at a letter
 * and ends with an ellipsis, and counted.
 *
 * @param year of the day in the header, with its month and day.
 * @source dBASE III+ and Level 5 DOS table file format.
 */
export function writeDbf(
  columns: readonly ExportColumn[],
  rows: readonly ExportRow[],
  [year, month, day]: readonly [number, number, number],
): WrittenDbf {
  const cutCounts = new Map<string, number>()
  const fields = columns.map((column, index) =>
    fieldOf(
      column,
      rows.map(({ cells }) => cells[index] ?? null),
      cutCounts,
    ),
  )
  const headerBytes = 32 + 32 * fields.length + 1
  const rowBytes = fields.reduce((sum, { size }) => sum + size, 1)
  const bytes = new Uint8Array(headerBytes + rowBytes * rows.length + 1)
  const view = new DataView(bytes.buffer)
  bytes.set([0x03, (year - 1900) & 255, month, day])
  view.setUint32(4, rows.length, true)
  view.setUint16(8, headerBytes, true)
  view.setUint16(10, rowBytes, true)
  fields.forEach((field, index) => {
    putField(bytes, 32 + 32 * index, field)
  })
  bytes[headerBytes - 1] = 0x0d
  bytes.fill(0x20, headerBytes, bytes.length - 1)
  bytes[bytes.length - 1] = 0x1a
  let at = headerBytes
  for (let row = 0; row < rows.length; row++) {
    at++
    for (const { type, cells, size } of fields) {
      const cell = cells[row]!
      bytes.set(cell, type === 'N' ? at + size - cell.length : at)
      at += size
    }
  }
  return { bytes, cutCounts }
}

function fieldOf(
  column: ExportColumn,
  values: readonly ExportCell[],
  cutCounts: Map<string, number>,
): Field {
  const type = typeOf(column, values)
  const cells = values.map((value) => {
    const text = value === null ? '' : String(value)
    const whole = strToU8(type === 'D' ? text.slice(0, 10).replaceAll('-', '') : text)
    if (whole.length <= MAX_TEXT_BYTES) return whole
    cutCounts.set(column.name, (cutCounts.get(column.name) ?? 0) + 1)
    return cut(String(value))
  })
  const longest = cells.reduce((most, cell) => Math.max(most, cell.length), 1)
  return { column, type, cells, size: { N: NUMBER_BYTES, D: DAY_BYTES, C: longest }[type] }
}

function typeOf(column: ExportColumn, values: readonly ExportCell[]): Field['type'] {
  if (column.type === 'number') return 'N'
  return column.type === 'date' && values.every(isDay) ? 'D' : 'C'
}

function cut(text: string): Uint8Array {
  let bytes = strToU8('…')
  let kept = ''
  for (const letter of text) {
    const longer = strToU8(`${kept}${letter}…`)
    if (longer.length > MAX_TEXT_BYTES) break
    kept += letter
    bytes = longer
  }
  return bytes
}

function putField(bytes: Uint8Array, at: number, { column, type, size }: Field): void {
  bytes.set(strToU8(column.shortName), at)
  bytes[at + 11] = type.charCodeAt(0)
  bytes[at + 16] = size
  bytes[at + 17] = type === 'N' ? 15 : 0
}
