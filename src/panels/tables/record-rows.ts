import type { OperationDocument, TableName } from '#core/document.ts'
import { rowExtent } from '#core/row-extent.ts'
import type { CellEdit, TableColumn, TableRows } from './table-kind.ts'

/** A column of records: as a table's column, with the record in place of its index. */
export type RecordColumn<R> = Omit<TableColumn, 'text' | 'number' | 'edit'> & {
  readonly text: (row: R) => string
  readonly number?: (row: R) => number
  readonly edit?: (row: R) => CellEdit | null
}

/** Rows of one table of the document, one a record. */
export function recordRows<R extends { readonly id: string }>(
  document: OperationDocument,
  table: TableName,
  records: readonly R[],
  columns: readonly RecordColumn<R>[],
): TableRows {
  const indexById = new Map(records.map(({ id }, index) => [id, index]))
  const at = (index: number): R => records[index]!
  return {
    count: records.length,
    columns: columns.map(({ text, number, edit, ...rest }) => ({
      ...rest,
      text: (index) => text(at(index)),
      ...(number ? { number: (index: number) => number(at(index)) } : {}),
      ...(edit ? { edit: (index: number) => edit(at(index)) } : {}),
    })),
    keyAt: (index) => at(index).id,
    selectionAt: (index) => ({ type: 'row', table, id: at(index).id }),
    indexOf: (selection) =>
      selection.type === 'row' && selection.table === table
        ? (indexById.get(selection.id) ?? -1)
        : -1,
    extentAt: (index) => rowExtent(document, table, at(index).id),
  }
}
