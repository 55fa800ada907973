import { guarded } from '#formats/marks/formula-guard.ts'
import type { TableRows } from './table-kind.ts'

/** Headings and rows with tabs between, as a spreadsheet takes them; formulas come as text. */
export function rowsText(rows: TableRows, indices: readonly number[]): string {
  const lines = indices.map((index) => rows.columns.map(({ text }) => cellText(text(index))))
  return [rows.columns.map(({ title }) => title), ...lines]
    .map((line) => line.join('\t'))
    .join('\n')
}

/** On one line, without tabs and the narrow spaces of figures. */
function cellText(text: string): string {
  return guarded(text.replace(/[\t\r\n]+/g, ' ').replaceAll('\u202f', ''))
}
