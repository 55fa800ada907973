import type { Matrix, MatrixCell, MatrixRow } from '#analysis/compare/matrix/matrix.ts'
import { distinctly } from '#core/distinct-names.ts'
import type { OperationDocument } from '#core/document.ts'
import { counted, decimal, NOTHING } from '#core/figures.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { CoaSquare } from '../parts/coa-name.tsx'
import { WallMark } from '../parts/wall-mark.tsx'
import type { DecisionFit } from './decision-fit.ts'
import { weighed } from './decision-words.ts'
import { wallFigure } from './wall-figure.ts'

/** The heaviest criteria with raw values and benchmarks, and the weighted score of all of them. */
export function DecisionMatrix(props: {
  readonly matrix: Matrix
  readonly document: OperationDocument
  readonly scenarioId: string
  readonly fit: DecisionFit
}) {
  const { matrix, document, scenarioId, fit } = props
  const rows = weighed(matrix).filter(({ cells }) => cells.some(({ value }) => value !== null))
  const shown = rows.slice(0, fit.criterionCount)
  const count = matrix.rows.filter(({ criterion }) => criterion.weight > 0).length
  const hasStatus = shown.some(({ cells }) => cells.some(({ status }) => status !== null))
  const columnStyle = { width: `${fit.columnRem}rem` }
  return (
    <table className="decision-matrix">
      <thead>
        <tr>
          <th scope="col" className="decision-key">
            {hasStatus ? <StatusKey /> : null}
          </th>
          {matrix.scenarioIds.map((id) => (
            <th
              key={id}
              scope="col"
              style={columnStyle}
              data-chosen={id === scenarioId || undefined}
            >
              <Head document={document} scenario={document.tables.scenarios.get(id)} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((row) => (
          <Criterion key={row.criterion.id} row={row} matrix={matrix} scenarioId={scenarioId} />
        ))}
        <tr className="decision-total">
          <th scope="row">
            Weighted score{' '}
            <span className="decision-light">{ofText(count, count - shown.length)}</span>
          </th>
          {matrix.totals.map(({ scenarioId: id, score, place, isTie }) => (
            <td key={id} data-chosen={id === scenarioId || undefined}>
              <span className="decision-cell">
                <span className="decision-light">{placeText(place, isTie)}</span>
                <b>{score === null ? NOTHING : decimal(score)}</b>
              </span>
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}

/** "of 11 criteria, 5 not shown": a score rests on more than a wall has room for. */
export function ofText(count: number, hiddenCount: number): string {
  const all = `of ${counted(count, 'criterion', 'criteria')}`
  return hiddenCount > 0 ? `${all}, ${hiddenCount} not shown` : all
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

function Head(props: {
  readonly document: OperationDocument
  readonly scenario: Scenario | undefined
}) {
  const { document, scenario } = props
  if (!scenario) return NOTHING
  return (
    <span className="decision-head">
      <CoaSquare scenario={scenario} />
      <b>{scenario.isBaseline ? 'Current' : distinctly(document, scenario).name}</b>
    </span>
  )
}

function Criterion(props: {
  readonly row: MatrixRow
  readonly matrix: Matrix
  readonly scenarioId: string
}) {
  const { row, matrix, scenarioId } = props
  const { name, benchmark, isHighGood } = row.criterion
  return (
    <tr data-criterion={row.criterion.id}>
      <th scope="row">
        {name}
        {benchmark === null ? null : (
          <span className="decision-light decision-benchmark">
            {isHighGood ? '≥' : '≤'} {wallFigure(benchmark, row.criterion)}
          </span>
        )}
      </th>
      {matrix.scenarioIds.map((id, i) => (
        <td key={id} data-chosen={id === scenarioId || undefined}>
          <Cell
            cell={row.cells[i]}
            criterion={row.criterion}
            isBest={row.bestIds.includes(id) && row.isTelling}
          />
        </td>
      ))}
    </tr>
  )
}

const MARKS = {
  meets: { status: 'good', word: 'meets the benchmark' },
  near: { status: 'watch', word: 'within a tenth of the benchmark' },
  misses: { status: 'bad', word: 'misses the benchmark' },
} as const

function Cell(props: {
  readonly cell: MatrixCell | undefined
  readonly criterion: MatrixRow['criterion']
  readonly isBest: boolean
}) {
  const { cell, criterion, isBest } = props
  const text = wallFigure(cell?.value ?? null, criterion)
  return (
    <span className="decision-cell">
      {cell?.status ? <WallMark {...MARKS[cell.status]} /> : null}
      {isBest ? <b>{text}</b> : <span>{text}</span>}
    </span>
  )
}

/** `1st`, `tie`; nothing without a score. */
function placeText(place: number | null, isTie: boolean): string {
  if (place === null) return ''
  const end = ({ 1: 'st', 2: 'nd', 3: 'rd' } as const)[place] ?? 'th'
  return isTie ? 'tie' : `${place}${end}`
}
