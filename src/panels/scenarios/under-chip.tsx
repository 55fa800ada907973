import { underText } from '#core/shocks-of.ts'
import { useDocument } from '#ui/room.tsx'
import { StatusMark } from '#ui/widgets/marks.tsx'
import './scenarios.css'

/** Says that what is shown of a scenario is under shocks and no fact; nothing where it is a fact. */
export function UnderChip({ scenarioId }: { readonly scenarioId: string | null }) {
  const under = useDocument((state) => underText(state.document, scenarioId))
  if (under === null) return null
  return (
    <span className="under-chip" title={`Figures under stress, not the facts: under ${under}`}>
      <StatusMark status="watch" word="under stress" />
      <span>under {under}</span>
    </span>
  )
}
