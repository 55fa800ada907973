import type { CellRow } from './table-of-rows.ts'

/** Headings are looked for among so many rows. */
const HEAD_ROWS = 25

/**
 * The rows of a sheet from its headings on. Above them may stand a title, a date or a logo's caption:
 * the headings are the first row that fills most of the columns, with texts; empty if no row fills two.
 */
export function fromHeading(rows: readonly CellRow[]): readonly CellRow[] {
  const written = (row: CellRow) => row.cells.filter((cell) => cell !== null && cell !== '')
  const widest = rows
    .slice(0, HEAD_ROWS)
    .reduce((most, row) => Math.max(most, written(row).length), 0)
  if (widest < 2) return []
  const at = rows.slice(0, HEAD_ROWS).findIndex((row) => {
    const cells = written(row)
    const texts = cells.filter((cell) => typeof cell === 'string')
    return cells.length >= Math.max(2, widest * 0.6) && texts.length >= cells.length * 0.7
  })
  return at < 0 ? rows : rows.slice(at)
}
