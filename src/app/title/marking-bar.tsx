import { operationOf } from '#core/document.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { packText } from '#products/pack/pack-text.ts'
import { useDocument } from '#ui/room.tsx'

/** The marking, at the top and bottom of every screen. */
export function MarkingBar({ edge }: { readonly edge: 'top' | 'bottom' }) {
  const operation = useDocument((state) => operationOf(state.document))
  const isTop = edge === 'top'
  return (
    <div className={`marking marking-${edge}`}>
      <span>
        {isTop
          ? operation.isExercise
            ? 'Exercise data for training. Not for operations.'
            : operation.theatreName
          : (packText(operation) ?? `Commonground · ${operation.name}`)}
      </span>
      <b>{operation.marking}</b>
      <span>
        {isTop ? (
          'Boundaries and names imply no opinion on legal status.'
        ) : (
          <bdi dir="ltr">{dateTimeGroup(operation.planningAt)}</bdi>
        )}
      </span>
    </div>
  )
}
