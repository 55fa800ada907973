import { forceText } from '#core/force-at.ts'
import { underText } from '#core/shocks-of.ts'
import { useDocument } from '#ui/room.tsx'
import { StatusMark } from '#ui/widgets/marks.tsx'
import './scenarios.css'

/**
 * Says that what is shown of a scenario is no fact of now: it is under shocks, or starts from the force of
 * another day. Nothing where it is.
 */
export function UnderChip({
  scenarioId,
  isNarrow,
}: {
  readonly scenarioId: string | null
  /** In the head of a column: the day alone has room. */
  readonly isNarrow?: boolean
}) {
  const under = useDocument((state) => underText(state.document, scenarioId))
  const force = useDocument((state) => forceText(state.document, scenarioId))
  return (
    <>
      {under === null ? null : (
        <span className="under-chip" title={`Figures under stress, not the facts: under ${under}`}>
          <StatusMark status="watch" word="under stress" />
          <span>under {under}</span>
        </span>
      )}
      {force === null ? null : (
        <span
          className="under-chip"
          data-force
          title={`Units and bases are not those of now: ${force}`}
        >
          <span>{isNarrow ? force.replace(/ of /, ' ') : force}</span>
        </span>
      )}
    </>
  )
}
