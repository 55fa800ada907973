import { ChevronDown, ChevronRight } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import type { Matrix, MatrixRow } from '#analysis/compare/matrix/matrix.ts'
import { weightPerCent } from '#analysis/compare/matrix/weight-text.ts'
import { nameInSentence } from '#analysis/compare/words/points.ts'
import { decimal } from '#core/figures.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { StatusMark } from '#ui/widgets/marks.tsx'
import { MenuButton } from '#ui/widgets/menu-button.tsx'
import { criteriaText, placeText } from './cell-text.ts'
import { foldedRows } from './folded.ts'
import { MatrixHead } from './matrix-head.tsx'
import { MatrixRowView, type RowActions } from './matrix-row.tsx'
import { sharesOf } from './weights.ts'
import './matrix.css'

export type MatrixActions = RowActions & {
  readonly onPropose: (scenarioId: string) => void
  readonly onAllWeights: (way: 'equal' | 'usual') => void
}

const WEIGHT_ACTIONS = [
  { id: 'equal', name: 'All equal' },
  { id: 'usual', name: 'Usual weights' },
] as const

/** Courses of action by criteria: raw, scored and weighed; what does not tell is folded, and named. */
export function MatrixTable(props: {
  readonly matrix: Matrix
  /** In the order of the matrix. */
  readonly scenarios: readonly Scenario[]
  readonly proposedId: string | null
  /** By criterion id; the matrix has those in hand. */
  readonly savedWeights: Readonly<Record<string, number>>
  readonly actions: MatrixActions
}) {
  const { matrix, scenarios, proposedId, savedWeights, actions } = props
  const { shown, same, weightless } = foldedRows(matrix.rows, savedWeights)
  const perCents = useMemo(() => perCentsOf(matrix.rows, savedWeights), [matrix, savedWeights])
  const rowOf = (row: MatrixRow) => (
    <MatrixRowView
      key={row.criterion.id}
      row={row}
      scenarios={scenarios}
      proposedId={proposedId}
      savedPerCent={perCents.saved[row.criterion.id] ?? 0}
      shownPerCent={perCents.shown[row.criterion.id] ?? 0}
      actions={actions}
    />
  )
  return (
    <table className="matrix" data-courses={scenarios.length}>
      <caption className="visually-hidden">
        Courses of action by criteria: raw value, score of 10 and status against the benchmark
      </caption>
      <MatrixHead
        scenarios={scenarios}
        proposedId={proposedId}
        onPropose={actions.onPropose}
        weightHead={
          <MenuButton
            label="set all of them"
            text="Weight"
            actions={WEIGHT_ACTIONS}
            onAction={actions.onAllWeights}
          />
        }
      />
      <tbody>{shown.map(rowOf)}</tbody>
      <Folds columnCount={3 + scenarios.length} same={same} weightless={weightless} rowOf={rowOf} />
      <TotalRow matrix={matrix} proposedId={proposedId} />
    </table>
  )
}

function perCentsOf(rows: readonly MatrixRow[], savedWeights: Readonly<Record<string, number>>) {
  const ids = rows.map(({ criterion }) => criterion.id)
  const saved = sharesOf(
    rows.map(({ criterion: { id, weight } }) => ({ id, weight: savedWeights[id] ?? weight })),
  )
  const shown = sharesOf(rows.map(({ criterion }) => criterion))
  const byId = (values: readonly number[]) =>
    Object.fromEntries(ids.map((id, i) => [id, values[i] ?? 0]))
  return { saved: byId(saved.map((share) => 100 * share)), shown: byId(shown.map(weightPerCent)) }
}

/** What is folded, under one line that names it; it unfolds in place. */
function Folds(props: {
  readonly same: readonly MatrixRow[]
  readonly weightless: readonly MatrixRow[]
  readonly columnCount: number
  readonly rowOf: (row: MatrixRow) => ReactNode
}) {
  const { same, weightless, rowOf } = props
  const [isSameOpen, setSameOpen] = useState(false)
  const [isWeightlessOpen, setWeightlessOpen] = useState(false)
  if (same.length + weightless.length === 0) return null
  const verb = same.length === 1 ? 'does' : 'do'
  const noun = weightless.length === 1 ? 'measure' : 'measures'
  return (
    <tbody className="matrix-folds">
      <tr>
        <td colSpan={props.columnCount}>
          <div className="matrix-fold-line">
            <Fold
              rows={same}
              says={`${criteriaText(same.length)} ${verb} not tell the COAs apart`}
              isOpen={isSameOpen}
              onTurn={() => setSameOpen(!isSameOpen)}
            />
            <Fold
              rows={weightless}
              says={`${weightless.length} more ${noun} without weight`}
              isOpen={isWeightlessOpen}
              onTurn={() => setWeightlessOpen(!isWeightlessOpen)}
            />
          </div>
        </td>
      </tr>
      {isSameOpen ? same.map(rowOf) : null}
      {isWeightlessOpen ? weightless.map(rowOf) : null}
    </tbody>
  )
}

function Fold(props: {
  readonly rows: readonly MatrixRow[]
  readonly says: string
  readonly isOpen: boolean
  readonly onTurn: () => void
}) {
  const { rows, says, isOpen } = props
  if (rows.length === 0) return null
  const names = rows.map(({ criterion }) => nameInSentence(criterion.name)).join(', ')
  return (
    <button
      type="button"
      className="matrix-fold"
      aria-expanded={isOpen}
      title={`${says}: ${names}`}
      onClick={props.onTurn}
    >
      {isOpen ? <ChevronDown size={12} aria-hidden /> : <ChevronRight size={12} aria-hidden />}
      <span>
        <b>{says}</b>: {names}
      </span>
    </button>
  )
}

function TotalRow({
  matrix,
  proposedId,
}: {
  readonly matrix: Matrix
  readonly proposedId: string | null
}) {
  const isWeighed = matrix.rows.some(({ criterion }) => criterion.weight > 0)
  const leastMissing = Math.min(...matrix.totals.map((total) => total.missingWeightShare))
  return (
    <tfoot>
      <tr>
        <th scope="row" className="matrix-criterion">
          <span className="matrix-name">Weighted score</span>
          <span className="matrix-definition">
            {isWeighed ? '0 to 10, higher is better' : 'all weights are 0: nothing is added up'}
          </span>
        </th>
        <td />
        <td className="matrix-weight number">
          <span className="matrix-sum">{isWeighed ? '100' : '0'}</span>
        </td>
        {matrix.totals.map((total) => (
          <td
            key={total.scenarioId}
            className="matrix-total"
            data-proposed={total.scenarioId === proposedId || undefined}
            data-best={total.place === 1 || undefined}
            title={
              total.missingWeightShare > 0 ? missingSentence(total.missingWeightShare) : undefined
            }
          >
            <span>
              {placeText(total.place, total.isTie)}{' '}
              {total.missingWeightShare > leastMissing ? (
                <StatusMark status="unknown" word={missingSentence(total.missingWeightShare)} />
              ) : null}
            </span>
            <b>{total.score === null ? '–' : decimal(total.score)}</b>
          </td>
        ))}
      </tr>
    </tfoot>
  )
}

function missingSentence(share: number): string {
  return `${Math.round(100 * share)} % of the weight rests on criteria without a value for it, and is left out.`
}
