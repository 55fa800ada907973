import { lazy, Suspense, useMemo, useState } from 'react'
import { boundsSentence } from '#analysis/compare/matrix/bounds-sentence.ts'
import { criterionRowOf, judgedCriteria } from '#analysis/compare/matrix/criteria.ts'
import { rankedPart } from '#analysis/compare/matrix/ranked.ts'
import { weightBounds } from '#analysis/compare/matrix/weight-bounds.ts'
import { COMPARE_MEASURES } from '#analysis/compare/measures/registry.ts'
import { operationOf } from '#core/document.ts'
import type { Criterion } from '#core/records/criterion.ts'
import { useDocument, useResults, useRoom, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { StatusMark } from '#ui/widgets/marks.tsx'
import { usePropose } from '../use-propose.ts'
import { type MatrixActions, MatrixTable } from './matrix-table.tsx'
import type { MatrixOnScreen } from './use-matrix.ts'
import { useWeights } from './use-weights.ts'

const CriterionDialog = lazy(async () => ({
  default: (await import('../criteria/criterion-dialog.tsx')).CriterionDialog,
}))

const ALL_WEIGHTS = {
  equal: ({ setEqual }: Weights) => setEqual(),
  usual: ({ setUsual }: Weights) => setUsual(),
  none: ({ setNone }: Weights) => setNone(),
}

type Weights = ReturnType<typeof useWeights>

/** The matrix, what its weights hold, and the form of one criterion. */
export function MatrixSection({ onScreen }: { readonly onScreen: MatrixOnScreen }) {
  const { matrix, scenarios, savedWeights, names } = onScreen
  const { screen, newId } = useRoom()
  const propose = usePropose()
  const proposedId = useScreen((state) => state.scenarioId)
  const [edited, setEdited] = useState<Criterion | null>(null)
  const weights = useWeights(onScreen)
  const says = useMemo(() => {
    const ranked = rankedPart(matrix)
    return boundsSentence(ranked, weightBounds(ranked), names)
  }, [matrix, names])
  const { criteria, rows } = onScreen
  // One object while nothing of it is other, so that cells which say the same are not drawn again.
  const actions = useMemo(
    (): MatrixActions => ({
      weights: weights.actions,
      onEdit: (id) => {
        const criterion = criteria.find((each) => each.id === id)
        if (criterion) setEdited(criterionRowOf(criterion, rows))
      },
      onFigure: (measureId, scenarioId) =>
        screen.setState({ figureBehind: { measureId, scenarioId, againstId: null } }),
      onPropose: propose,
      onAllWeights: (way) => ALL_WEIGHTS[way](weights),
    }),
    [weights, criteria, rows, screen, propose],
  )
  return (
    <>
      <MatrixTable
        matrix={matrix}
        scenarios={scenarios}
        proposedId={proposedId}
        savedWeights={savedWeights}
        actions={actions}
      />
      <div className="weights-line">
        <p>
          <b>Weights.</b> <span aria-live="polite">{says}</span>{' '}
          <span className="light">
            Cells: raw value, score 0–10, benchmark tick, 90 % of draws.
          </span>{' '}
          <Button look="text" onPress={() => setEdited(ownCriterion(newId()))}>
            Add criterion …
          </Button>
        </p>
        {matrix.faults.map((fault) => (
          <p key={fault} className="weights-fault" title={fault}>
            <StatusMark status="watch" word="take heed" /> {fault}
          </p>
        ))}
      </div>
      {edited ? (
        <Suspense fallback={null}>
          <Editor onScreen={onScreen} row={edited} onClose={() => setEdited(null)} />
        </Suspense>
      ) : null}
    </>
  )
}

/** One that people judge, not in the document yet; the last in the order. */
function ownCriterion(id: string): Criterion {
  return {
    id,
    measureId: null,
    name: '',
    definition: '',
    unit: '',
    isHighGood: true,
    weight: 0,
    benchmark: null,
    scale: null,
    values: {},
    orderKey: `own ${id}`,
  }
}

function Editor(props: {
  readonly onScreen: MatrixOnScreen
  readonly row: Criterion
  readonly onClose: () => void
}) {
  const { onScreen, row } = props
  const operation = useDocument((state) => operationOf(state.document))
  const figures = useResults((state) => state.courses.value)
  if (!figures) return null
  const usual =
    row.measureId === null
      ? null
      : (judgedCriteria({ measures: COMPARE_MEASURES, rows: [], figures, operation }).find(
          ({ measureId }) => measureId === row.measureId,
        ) ?? null)
  const allWeight = onScreen.criteria.reduce((sum, { weight }) => sum + weight, 0)
  const ownWeight = onScreen.savedWeights[row.id] ?? 0
  return (
    <CriterionDialog
      row={row}
      usual={usual}
      share={allWeight > 0 ? ownWeight / allWeight : 0}
      otherWeight={allWeight - ownWeight}
      scenarios={onScreen.scenarios}
      values={
        onScreen.matrix.rows
          .find(({ criterion }) => criterion.id === row.id)
          ?.cells.flatMap(({ value }) => value ?? []) ?? []
      }
      onClose={props.onClose}
    />
  )
}
