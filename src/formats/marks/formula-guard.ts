import type { RawTable } from '../raw-table.ts'
import { ROW_MARK } from './row-mark.ts'

/**
 * A text that a spreadsheet would take for a formula, also in full-width signs, and one that looks as if
 * it were guarded already.
 *
 * @source OWASP ASVS 5.0, 1.2.10.
 */
const RISKY = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/
const GUARDED = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/

/** The text with a quote before it where a spreadsheet would run it. Numbers need none. */
export function guarded(text: string): string {
  return RISKY.test(text) ? `'${text}` : text
}

/** A table of ours without the guards; of others' as it is, since a quote there may be meant. */
export function withoutGuards(table: RawTable): RawTable {
  if (!table.headings.includes(ROW_MARK)) return table
  const records = table.records.map((record) => ({
    ...record,
    cells: record.cells.map((cell) =>
      typeof cell === 'string' && GUARDED.test(cell) ? cell.slice(1) : cell,
    ),
  }))
  return { ...table, records }
}
