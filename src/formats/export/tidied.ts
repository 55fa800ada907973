import type { ExportCell, ExportTable } from './export-table.ts'

/** Control characters but tab and line breaks, and halves of letters: no text format can hold them. */
const UNWRITABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** A table in which every text can be written in every format, and a sentence if any had to change. */
export function tidied(table: ExportTable): {
  readonly table: ExportTable
  readonly told: string | null
} {
  let count = 0
  const tidy = (cell: ExportCell): ExportCell => {
    if (typeof cell !== 'string' || cell.search(UNWRITABLE) < 0) return cell
    count++
    return cell.replace(UNWRITABLE, '\ufffd')
  }
  const rows = table.rows.map((row) => ({ ...row, cells: row.cells.map(tidy) }))
  if (count === 0) return { table, told: null }
  const told = `${table.title}: ${count} texts hold control characters; "\ufffd" stands for them.`
  return { table: { ...table, rows }, told }
}
