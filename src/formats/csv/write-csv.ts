import { aboutText, rowMark } from '../export/about-text.ts'
import type { ExportWriter } from '../export/export-format.ts'
import type { ExportAbout, ExportCell, ExportRow, ExportTable } from '../export/export-table.ts'
import { type PlaceColumns, placeColumns } from '../export/place-columns.ts'
import { zipFiles } from '../export/zip-files.ts'
import { guarded } from '../marks/formula-guard.ts'
import { ROW_MARK } from '../marks/row-mark.ts'

/**
 * A zip of CSV files and a README with provenance and marking: lines of comment in a CSV would be rows to
 * every other program. A CSV torn from its zip still bears marking, date-time group and label, in a
 * column of each row. Texts that a spreadsheet would run have a quote before them; numbers stay numbers.
 *
 * @source RFC 4180; OWASP ASVS 5.0, 1.2.10.
 */
export const writeCsv: ExportWriter = (tables, about) => {
  const files = new Map(tables.map((table) => [`${table.stem}.csv`, csvOf(table, about)]))
  files.set('README.txt', aboutText(tables, about))
  return { bytes: zipFiles(files, about.madeAt), told: [] }
}

/** The byte order mark makes Excel read it as UTF-8. */
function csvOf(table: ExportTable, about: ExportAbout): string {
  const places = placeColumns(table)
  const headings = [...table.columns.map(({ name }) => name), ...places.headings, ROW_MARK]
  const mark = quoted(guarded(rowMark(about, table)))
  const lines = table.rows.map((row) => lineOf(row, places, mark))
  return `\ufeff${[headings.join(','), ...lines].join('\r\n')}\r\n`
}

function lineOf(row: ExportRow, places: PlaceColumns, mark: string): string {
  return [...[...row.cells, ...places.cellsOf(row)].map(cellText), mark].join(',')
}

function cellText(cell: ExportCell): string {
  if (cell === null) return ''
  return typeof cell === 'number' ? String(cell) : quoted(guarded(cell))
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}
