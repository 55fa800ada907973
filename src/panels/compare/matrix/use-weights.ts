import { useMemo } from 'react'
import { criterionRowOf } from '#analysis/compare/matrix/criteria.ts'
import { compareMeasureNamed } from '#analysis/compare/measures/registry.ts'
import { weighCriteria } from '#core/commands/criteria/weigh-criteria.ts'
import { useRun } from '#ui/room.tsx'
import type { MatrixOnScreen } from './use-matrix.ts'
import type { WeightActions } from './weight-cell.tsx'
import { equalWeights, weightsWith } from './weights.ts'

/** Moving weights: live while one is in hand, one change when it is let go. */
export function useWeights({
  criteria,
  rows,
  tryWeights,
}: Pick<MatrixOnScreen, 'criteria' | 'rows' | 'tryWeights'>) {
  const run = useRun()
  return useMemo(
    () => weightsFrom({ criteria, rows, tryWeights }, run),
    [criteria, rows, tryWeights, run],
  )
}

function weightsFrom(
  { criteria, rows, tryWeights }: Pick<MatrixOnScreen, 'criteria' | 'rows' | 'tryWeights'>,
  run: ReturnType<typeof useRun>,
) {
  const save = (weights: Readonly<Record<string, number>>) => {
    const changed = criteria.flatMap((criterion) => {
      const weight = weights[criterion.id] ?? criterion.weight
      if (weight === criterion.weight) return []
      return [{ ...criterionRowOf(criterion, rows), weight }]
    })
    if (changed.length > 0) run(weighCriteria, { rows: changed })
    tryWeights(null)
  }
  const actions: WeightActions = {
    onLive: (id, share) => tryWeights(weightsWith(criteria, id, share)),
    onSettle: (id, share) => save(weightsWith(criteria, id, share)),
    onPutBack: () => tryWeights(null),
  }
  return {
    actions,
    setEqual: () => save(equalWeights(criteria)),
    /** Measures have theirs; what people judge keeps its own. */
    setUsual: () =>
      save(
        Object.fromEntries(
          criteria.map(({ id, measureId, weight }) => [
            id,
            compareMeasureNamed(measureId ?? '')?.usualWeight ?? weight,
          ]),
        ),
      ),
  }
}
