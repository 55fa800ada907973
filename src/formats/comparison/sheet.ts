import type { ExportCell, ExportColumn } from '../export/export-table.ts'

/** Columns, by their names, and rows of a table. */
export type Sheet = {
  readonly id: string
  readonly title: string
  readonly columns: readonly (readonly [name: string, type: ExportColumn['type']])[]
  readonly rows: readonly (readonly ExportCell[])[]
}
