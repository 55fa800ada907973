import type { TableBlock } from '#core/records/page.ts'
import { BENCHMARK_NOTE } from '#products/pages/status-marks.ts'
import { CoaSquare, squareOf } from '../parts/coa-name.tsx'
import { WallMark } from '../parts/wall-mark.tsx'
import type { Sizes } from './body-plan.ts'
import { rowsThatFit, tableWidths, totalNote } from './table-fit.ts'
import { withKeys } from './with-keys.ts'

type Row = TableBlock['rows'][number]
type Column = TableBlock['columns'][number]

/** A table with as many rows and columns as there is room for; totals always stand, and what is left out is said. */
export function Table(props: {
  readonly block: TableBlock
  readonly lineCount: number
  readonly widthRem: number
  readonly sizes: Sizes
}) {
  const { block, lineCount, sizes } = props
  const { shown, totals, hiddenCount, hasNote } = rowsThatFit(block, lineCount)
  const { columnRem, columnCount } = tableWidths(block, props.widthRem, sizes)
  const columns = block.columns.slice(0, columnCount)
  const hasKey = block.note === BENCHMARK_NOTE
  const more = moreText(totals.length > 0 ? 0 : hiddenCount, block.columns.length - columnCount)
  return (
    <div className="wall-table-block">
      {block.title ? <p className="wall-block-title">{block.title}</p> : null}
      <table className="wall-table">
        <thead>
          <tr>
            <th scope="col" className="wall-table-key">
              {hasKey ? <StatusKey /> : block.corner}
            </th>
            {withKeys(columns, ({ head }) => head).map(({ key, item: column }) => (
              <th
                key={key}
                scope="col"
                style={{ width: `${columnRem}rem` }}
                data-align={column.coa ? 'start' : column.align}
                data-chosen={column.isChosen || undefined}
              >
                <Head column={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <TableRow key={row.id} row={row} columns={columns} note={row.note} />
          ))}
          {totals.map((row, i) => (
            <TableRow
              key={row.id}
              row={row}
              columns={columns}
              note={totalNote(row, i === 0 ? hiddenCount : 0)}
            />
          ))}
        </tbody>
      </table>
      {more === null ? null : <p className="wall-more">{more}</p>}
      {hasNote && !hasKey ? <p className="wall-more">{block.note}</p> : null}
    </div>
  )
}

function moreText(rowCount: number, columnCount: number): string | null {
  const parts = [
    rowCount > 0 ? `${rowCount} more ${rowCount === 1 ? 'row' : 'rows'}` : null,
    columnCount > 0 ? `${columnCount} more ${columnCount === 1 ? 'column' : 'columns'}` : null,
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : `${parts.join(' and ')} not shown`
}

function StatusKey() {
  return (
    <>
      <WallMark status="good" word="meets" /> meets
      <WallMark status="watch" word="near" /> within 10 %
      <WallMark status="bad" word="misses" /> misses
    </>
  )
}

function Head({ column: { head, coa } }: { readonly column: Column }) {
  return (
    <span className="wall-table-head">
      {coa ? <CoaSquare scenario={squareOf(coa)} /> : null}
      <b>{head}</b>
    </span>
  )
}

function TableRow(props: {
  readonly row: Row
  readonly columns: readonly Column[]
  readonly note: string | null
}) {
  const { row, columns, note } = props
  const { id, head, cells, isTotal } = row
  return (
    <tr data-row={id} data-total={isTotal || undefined}>
      <th scope="row">
        {head}
        {note === null ? null : (
          <span className={isTotal ? 'wall-light' : 'wall-light wall-row-note'}>{note}</span>
        )}
      </th>
      {withKeys(columns, (column) => column.head).map(({ key, item, index }) => (
        <td key={key} data-align={item.align} data-chosen={item.isChosen || undefined}>
          <Cell cell={cells[index]} isTotal={isTotal} />
        </td>
      ))}
    </tr>
  )
}

const BENCHMARK_WORDS = {
  good: 'meets the benchmark',
  watch: 'within a tenth of the benchmark',
  bad: 'misses the benchmark',
  unknown: 'not known',
} as const

function Cell(props: {
  readonly cell: Row['cells'][number] | undefined
  readonly isTotal: boolean
}) {
  const { cell, isTotal } = props
  if (!cell) return null
  const { text, status, isBest, note } = cell
  return (
    <span className="wall-cell">
      {note === null ? null : <span className="wall-light">{note}</span>}
      {status === null ? null : <WallMark status={status} word={BENCHMARK_WORDS[status]} />}
      {isBest || isTotal ? <b>{text}</b> : <span>{text}</span>}
    </span>
  )
}
