import { useMemo, useState } from 'react'
import type { CourseTotal, Matrix, MatrixRow } from '#analysis/compare/matrix/matrix.ts'
import { placeText } from '#analysis/compare/matrix/place-text.ts'
import { weightPerCent } from '#analysis/compare/matrix/weight-text.ts'
import { decimal } from '#core/figures.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { StatusMark } from '#ui/widgets/marks.tsx'
import { MenuButton } from '#ui/widgets/menu-button.tsx'
import { type FoldedRows, foldedRows, type HeldRow } from './folded.ts'
import { Folds } from './matrix-folds.tsx'
import { MatrixHead } from './matrix-head.tsx'
import { MatrixRowView, type RowActions } from './matrix-row.tsx'
import { sharesOf } from './weights.ts'
import './matrix.css'

export type MatrixActions = RowActions & {
  readonly onPropose: (scenarioId: string) => void
  readonly onAllWeights: (way: 'equal' | 'usual' | 'none') => void
}

const WEIGHT_ACTIONS = [
  { id: 'equal', name: 'All equal' },
  { id: 'usual', name: 'Usual weights' },
  { id: 'none', name: 'All 0: nothing is added up' },
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
  const [held, setHeld] = useState<HeldRow | null>(null)
  const folded = foldedRows(matrix.rows, savedWeights, held)
  const { shown, same, weightless } = folded
  const hold = (id: string) => {
    if (id !== held?.id) setHeld({ id, side: sideIn(folded, id) })
  }
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
      onEnter={() => hold(row.criterion.id)}
      onLeave={() => setHeld(null)}
    />
  )
  const shareOf = (rows: readonly MatrixRow[]) =>
    rows.reduce((sum, { criterion }) => sum + (perCents.shown[criterion.id] ?? 0), 0)
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
      <Folds
        columnCount={3 + scenarios.length}
        same={same}
        samePerCent={shareOf(same)}
        weightless={weightless}
        rowOf={rowOf}
      />
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

function sideIn(folded: FoldedRows, id: string): HeldRow['side'] {
  const has = (side: HeldRow['side']) => folded[side].some(({ criterion }) => criterion.id === id)
  return has('same') ? 'same' : has('weightless') ? 'weightless' : 'shown'
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
            {isWeighed
              ? '0 to 10; a tie is under 0.1 apart'
              : 'all weights are 0: nothing is added up'}
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
            title={totalSentence(total, matrix.unlike)}
          >
            <span>
              {matrix.unlike?.[total.scenarioId]?.head ?? placeText(total) ?? 'no score'}{' '}
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

/** What is to be known of a total beside its place. */
function totalSentence(
  { scenarioId, missingWeightShare, isOpen }: CourseTotal,
  unlike: Matrix['unlike'] = {},
): string | undefined {
  const under = unlike[scenarioId]
  const parts = [
    ...(under ? [`Not ranked: ${under.whole}.`] : []),
    ...(missingWeightShare > 0 ? [missingSentence(missingWeightShare)] : []),
    ...(isOpen ? ['Judged by them, it may come before another COA, or behind.'] : []),
  ]
  return parts.length > 0 ? parts.join(' ') : undefined
}

function missingSentence(share: number): string {
  return `${Math.round(100 * share)} % of the weight rests on criteria without a value for it, and is left out.`
}
