import { useMemo } from 'react'
import { criterionRowOf } from '#analysis/compare/matrix/criteria.ts'
import { compareMeasureNamed } from '#analysis/compare/measures/registry.ts'
import { weighCriteria } from '#core/commands/criteria/weigh-criteria.ts'
import { type Room, useRoom, useRun } from '#ui/room.tsx'
import type { MatrixOnScreen } from './use-matrix.ts'
import type { WeightActions } from './weight-cell.tsx'
import { equalWeights, limitText, noWeights, weightsWith } from './weights.ts'

/** Moving weights: live while one is in hand, one change when it is let go. */
export function useWeights({
  criteria,
  rows,
  tryWeights,
}: Pick<MatrixOnScreen, 'criteria' | 'rows' | 'tryWeights'>) {
  const run = useRun()
  const { tell } = useRoom()
  return useMemo(
    () => weightsFrom({ criteria, rows, tryWeights }, run, tell),
    [criteria, rows, tryWeights, run, tell],
  )
}

function weightsFrom(
  { criteria, rows, tryWeights }: Pick<MatrixOnScreen, 'criteria' | 'rows' | 'tryWeights'>,
  run: ReturnType<typeof useRun>,
  tell: Room['tell'],
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
    onSettle: (id, share) => {
      save(weightsWith(criteria, id, share))
      const limit = limitText(criteria, id, share)
      if (limit) tell(limit)
    },
    onPutBack: () => tryWeights(null),
  }
  return {
    actions,
    setEqual: () => save(equalWeights(criteria)),
    setNone: () => save(noWeights(criteria)),
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
