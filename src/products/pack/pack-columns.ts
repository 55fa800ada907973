import type { Column, Columns, Geometry } from '#core/columns/columns.ts'
import { textColumn } from '#core/columns/columns.ts'
import { hashOfColumns } from '#core/columns/hash-columns.ts'
import type { Dataset, DatasetKind } from '#core/records/dataset.ts'

/** A dataset row with the columns that go with it. */
export type Batch = { readonly dataset: Dataset; readonly columns: Columns }

/** Kinds whose words name no person and no report: names of roads, rivers and the like. */
const NAMED_KINDS: readonly DatasetKind[] = ['roads', 'waterways', 'landCover', 'population']

/** Without what was reported in words, which no slide shows: everything is worked out from the rest. */
export function withoutWords({ dataset, columns }: Batch): Batch {
  if (NAMED_KINDS.includes(dataset.kind)) return { dataset, columns }
  const fields = Object.fromEntries(
    Object.entries(columns.fields).map(([name, column]) => [
      name,
      column.type === 'text'
        ? textColumn(Array.from({ length: columns.rowCount }, () => ''))
        : column,
    ]),
  )
  return withHash(dataset, { ...columns, fields })
}

/** The row alone, which says of when the data is, with columns of no row. */
export function withoutRows({ dataset, columns }: Batch): Batch {
  const fields = Object.fromEntries(
    Object.entries(columns.fields).map(([name, column]) => [name, emptied(column)]),
  )
  return withHash(dataset, { rowCount: 0, geometry: nowhere(columns.geometry), fields })
}

function emptied(column: Column): Column {
  if (column.type === 'number') return { ...column, values: new Float64Array() }
  return column.type === 'category'
    ? { ...column, codes: new Int32Array(), labels: [] }
    : textColumn([])
}

function nowhere(geometry: Geometry): Geometry {
  if (geometry.type === 'none') return geometry
  const positions = new Float64Array()
  if (geometry.type === 'points') return { type: 'points', positions }
  const vertexEpochMinutes = geometry.vertexEpochMinutes ? new Float64Array() : null
  return { type: 'lines', positions, offsets: Uint32Array.of(0), vertexEpochMinutes }
}

/** The file that it came in is not this one. */
function withHash(dataset: Dataset, columns: Columns): Batch {
  const { rowCount } = columns
  const columnsHash = hashOfColumns(columns)
  return { dataset: { ...dataset, rowCount, columnsHash, file: null, fileHash: null }, columns }
}
