import type { PageCoa, TableBlock } from '#core/records/page.ts'
import { CoaSquare } from '../parts/coa-name.tsx'
import { WallMark } from '../parts/wall-mark.tsx'
import type { DecisionFit } from './decision-fit.ts'

type Row = TableBlock['rows'][number]

/** The heaviest criteria with raw values and benchmarks, and the weighted score of all of them. */
export function DecisionMatrix(props: { readonly table: TableBlock; readonly fit: DecisionFit }) {
  const { table, fit } = props
  const rows = table.rows.filter(({ isTotal }) => !isTotal)
  const shown = rows.slice(0, fit.criterionCount)
  const hiddenCount = rows.length - shown.length
  const hasStatus = shown.some(({ cells }) => cells.some(({ status }) => status !== null))
  return (
    <table className="decision-matrix">
      <thead>
        <tr>
          <th scope="col" className="decision-key">
            {hasStatus ? <StatusKey /> : null}
          </th>
          {table.columns.map(({ head, coa, isChosen }) => (
            <th
              key={coa?.scenarioId ?? head}
              scope="col"
              style={{ width: `${fit.columnRem}rem` }}
              data-chosen={isChosen || undefined}
            >
              <Head head={head} coa={coa} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((row) => (
          <TableRow key={row.id} row={row} table={table} note={row.note} />
        ))}
        {table.rows
          .filter(({ isTotal }) => isTotal)
          .map((row) => (
            <TableRow key={row.id} row={row} table={table} note={totalNote(row, hiddenCount)} />
          ))}
      </tbody>
    </table>
  )
}

/** "of 11 criteria, 5 not shown": a score rests on more than a wall has room for. */
export function totalNote({ note }: Pick<Row, 'note'>, hiddenCount: number): string | null {
  if (hiddenCount === 0) return note
  return note === null ? `${hiddenCount} not shown` : `${note}, ${hiddenCount} not shown`
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

function Head({ head, coa }: { readonly head: string; readonly coa: PageCoa | null }) {
  return (
    <span className="decision-head">
      {coa ? (
        <CoaSquare scenario={{ number: coa.number ?? 0, isBaseline: coa.number === null }} />
      ) : null}
      <b>{head}</b>
    </span>
  )
}

function TableRow(props: {
  readonly row: Row
  readonly table: TableBlock
  readonly note: string | null
}) {
  const { row, table, note } = props
  const { id, head, cells, isTotal } = row
  return (
    <tr
      className={isTotal ? 'decision-total' : undefined}
      data-criterion={isTotal ? undefined : id}
    >
      <th scope="row">
        {head}{' '}
        {note === null ? null : (
          <span className={`decision-light ${isTotal ? '' : 'decision-benchmark'}`}>{note}</span>
        )}
      </th>
      {table.columns.map(({ head: of, coa, isChosen }, i) => (
        <td key={coa?.scenarioId ?? of} data-chosen={isChosen || undefined}>
          <Cell cell={cells[i]} isTotal={isTotal} />
        </td>
      ))}
    </tr>
  )
}

function Cell(props: {
  readonly cell: Row['cells'][number] | undefined
  readonly isTotal: boolean
}) {
  const { cell, isTotal } = props
  if (!cell) return null
  const { text, status, isBest, note } = cell
  return (
    <span className="decision-cell">
      {note === null ? null : <span className="decision-light">{note}</span>}
      {status === null || status === 'unknown' ? null : <WallMark status={status} />}
      {isBest || isTotal ? <b>{text}</b> : <span>{text}</span>}
    </span>
  )
}
