import { memo } from 'react'
import { knownOfText } from '#analysis/compare/known-need.ts'
import type { BenchmarkStatus, MatrixCell, MatrixRow } from '#analysis/compare/matrix/matrix.ts'
import { hasScale } from '#analysis/compare/matrix/score.ts'
import { decimal, type Shown } from '#core/figures.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { type Status, StatusMark } from '#ui/widgets/marks.tsx'
import { Figure } from '#ui/widgets/paper.tsx'
import { benchmarkShown, cellSentence, cellShown, firstSentence, missingText } from './cell-text.ts'
import { ScoreBar } from './score-bar.tsx'
import { type WeightActions, WeightCell } from './weight-cell.tsx'

const MARKS: Readonly<Record<Exclude<BenchmarkStatus, null>, readonly [Status, string]>> = {
  meets: ['good', 'meets the benchmark'],
  near: ['watch', 'within a tenth of the benchmark'],
  misses: ['bad', 'misses the benchmark'],
}

/** What can be done in a row of the matrix. */
export type RowActions = {
  readonly weights: WeightActions
  readonly onEdit: (criterionId: string) => void
  /** The records behind a value of a measure. */
  readonly onFigure: (measureId: string, scenarioId: string) => void
}

/** One criterion: what it is, its benchmark and weight, and what each course is by it. */
export function MatrixRowView(props: {
  readonly row: MatrixRow
  readonly scenarios: readonly Scenario[]
  readonly proposedId: string | null
  readonly savedPerCent: number
  readonly shownPerCent: number
  readonly actions: RowActions
  /** Somebody is in it by key or hand, or has left it. */
  readonly onEnter: () => void
  readonly onLeave: () => void
}) {
  const { row, scenarios, actions } = props
  const { criterion } = row
  const benchmark = benchmarkShown(criterion)
  const isScaled = hasScale(criterion)
  const isSame = !row.isTelling && isScaled
  const known = row.cells.find(({ knownShare }) => knownShare !== undefined)?.knownShare
  const notes = [
    ...(isSame ? ['no material difference'] : []),
    ...(isScaled ? [] : ['no score: see its scale']),
    ...(known === undefined ? [] : [`known of ${knownOfText(known)}`]),
  ]
  return (
    <tr
      data-same={isSame || undefined}
      onFocus={props.onEnter}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) props.onLeave()
      }}
    >
      <th scope="row" className="matrix-criterion">
        <button
          type="button"
          title={`${criterion.definition} Press to set its benchmark, scale and weight.`}
          onClick={() => actions.onEdit(criterion.id)}
        >
          <span className="matrix-name">{criterion.name}</span>
          <span className="matrix-definition">
            {notes.length > 0 ? <em>{notes.join('; ')}</em> : null}
            {notes.length > 0 ? '; ' : null}
            {firstSentence(criterion.definition)}
          </span>
        </button>
      </th>
      <td
        className="matrix-benchmark number"
        title={benchmark ? `${benchmark.value} ${benchmark.unit}`.trim() : undefined}
      >
        {benchmark ? <Figure {...benchmark} /> : <span className="light">none</span>}
      </td>
      <WeightCell
        criterionId={criterion.id}
        name={criterion.name}
        savedPerCent={props.savedPerCent}
        shownPerCent={props.shownPerCent}
        actions={actions.weights}
      />
      {scenarios.map((scenario, i) => (
        <Cell
          key={scenario.id}
          row={row}
          cell={row.cells[i] ?? MISSING}
          scenario={scenario}
          names={scenarios.map(({ name }) => name)}
          isProposed={scenario.id === props.proposedId}
          actions={actions}
        />
      ))}
    </tr>
  )
}

/** With a real space, so that what is read out and what is seen are the same. */
function Value({ value, unit }: Shown) {
  return unit ? (
    <>
      {value} <span className="unit">{unit}</span>
    </>
  ) : (
    value
  )
}

const MISSING: MatrixCell = {
  ...{ value: null, note: null, score: null, status: null, range: null, betterShares: [] },
  sameShares: [],
}

const Cell = memo(function Cell(props: {
  readonly row: MatrixRow
  readonly cell: MatrixCell
  readonly scenario: Scenario
  /** Of all courses, in their order. */
  readonly names: readonly string[]
  readonly isProposed: boolean
  readonly actions: RowActions
}) {
  const { row, cell, scenario, actions } = props
  const { criterion } = row
  const isBest = row.isTelling && row.bestIds.includes(scenario.id)
  const sentence = cellSentence(criterion, cell, props.names)
  const what =
    criterion.measureId === null ? 'Opens what people judged' : 'Opens the records behind it'
  const open = () =>
    criterion.measureId === null
      ? actions.onEdit(criterion.id)
      : actions.onFigure(criterion.measureId, scenario.id)
  const mark = cell.status ? MARKS[cell.status] : null
  return (
    <td
      className="matrix-cell"
      data-proposed={props.isProposed || undefined}
      data-best={isBest || undefined}
    >
      <div className="matrix-figures">
        <span className="matrix-mark">
          {mark ? <StatusMark status={mark[0]} word={mark[1]} /> : null}
        </span>
        <button
          type="button"
          className="matrix-value"
          title={`${sentence}. ${what}.`}
          aria-label={`${criterion.name}, ${scenario.name}: ${sentence}. ${what}.`}
          onClick={open}
        >
          {cell.value === null ? (
            <span className="matrix-missing">{missingText(criterion)}</span>
          ) : (
            <Value {...cellShown(cell.value, criterion)} />
          )}
        </button>
        <span className="matrix-score" aria-hidden>
          {cell.score === null ? '' : decimal(cell.score)}
        </span>
      </div>
      <ScoreBar criterion={criterion} cell={cell} />
    </td>
  )
})
