import { type Change, put, type RowChange, remove } from '../change.ts'
import type { OperationDocument, RowOf, TableName } from '../document.ts'
import type { Command } from './command.ts'

/** Rows by table, as an import or a generator hands them over. */
export type RowLists = { readonly [T in TableName]?: readonly RowOf<T>[] }

/** What an import brings. */
type Brought = {
  readonly note: string
  readonly rows: RowLists
  /** Datasets that are there, and whose place the new ones take. */
  readonly replacedDatasetIds?: readonly string[]
}

/**
 * Puts many rows at once, new or in place of those with their ids, and takes out the datasets that they
 * replace: one import is one change, and one undo takes it all back. Rows that are there already,
 * unchanged, are left alone.
 */
export const addRows: Command<Brought> = {
  id: 'rows.add',
  title: 'Add imported rows',

  blocked(_document, { rows }) {
    return listed(rows).some(([, list]) => list.length > 0) ? null : 'There is nothing to add.'
  },

  change(document, { note, rows, replacedDatasetIds = [] }): Change {
    return {
      note,
      rows: [
        ...replacedDatasetIds.map((id) => remove(document, 'datasets', id)),
        ...listed(rows).flatMap(([table, list]) => puts(document, table, list)),
      ],
    }
  },
}

function puts(
  document: OperationDocument,
  table: TableName,
  list: readonly { readonly id: string }[],
): RowChange[] {
  const last = new Map(list.map((row) => [row.id, row]))
  return [...last.values()]
    .map((row) => put(document, table, row as RowOf<typeof table>))
    .filter(({ before, after }) => before !== after)
}

function listed(rows: RowLists): [TableName, readonly { readonly id: string }[]][] {
  return Object.entries(rows) as [TableName, readonly { readonly id: string }[]][]
}
