import { counted, listed } from '#core/figures.ts'
import type { DemandsInConflict } from '#jobs/plan-reasons.ts'
import type { Plan } from '#planner/plan.ts'
import { useDocument, useResults } from '#ui/room.tsx'
import { StatusMark } from '#ui/widgets/marks.tsx'
import { Section } from '#ui/widgets/paper.tsx'
import { useIsOutdated } from '../choices/weighed.tsx'
import { ReasonState } from './reason-state.tsx'

type Props = {
  readonly plan: Plan
  readonly scenarioId: string
  readonly onPlan: () => void
}

/** Where the plan does not hold what is demanded of it: why that cannot all hold. Nothing else. */
export function ConflictSection({ plan, scenarioId, onPlan }: Props) {
  const answer = useResults(({ reasons }) => reasons.conflict)
  const isOutdated = useIsOutdated(answer, plan.planHash)
  const broken = useBroken(plan, scenarioId)
  if (broken.length === 0 && answer.status === 'idle') return null
  return (
    <Section title="Not held" aside="of what is demanded">
      {broken.map((sentence) => (
        <p key={sentence} className="reason-note">
          <StatusMark status="bad" word="not held" /> {sentence}
        </p>
      ))}
      <ReasonState
        answer={answer}
        planHash={plan.planHash}
        question={{ kind: 'conflict' }}
        ask="Why can these not all hold?"
        about="Looks for the fewest demands that cannot hold together, and proves it where it can. Up to half a minute."
        onPlan={onPlan}
      />
      {answer.value ? <Answer conflict={answer.value} isOutdated={isOutdated} /> : null}
    </Section>
  )
}

const NAMED_COUNT = 4

/** Floors missed, and places that must be used and stand empty, in a sentence each. */
function useBroken({ unmet, laydown }: Plan, scenarioId: string): string[] {
  const tables = useDocument(({ document }) => document.tables)
  const short = unmet.filter(({ shortfallShare }) => shortfallShare > 0).map(({ name }) => name)
  const empty = [...tables.sites.values()]
    .filter((site) => site.scenarioId === scenarioId && site.rule === 'forced')
    .filter(({ placeId }) => !laydown.some((units) => units.placeId === placeId))
    .map(
      ({ placeId }) =>
        tables.bases.get(placeId)?.name ?? tables.communities.get(placeId)?.name ?? placeId,
    )
  const floors =
    short.length > 0 ? [`${counted(short.length, 'area')} under the floor: ${named(short)}.`] : []
  const places = empty.length > 0 ? [`Must be used, and stands empty: ${named(empty)}.`] : []
  return [...places, ...floors]
}

function named(names: readonly string[]): string {
  const more = names.length - NAMED_COUNT
  return listed(more > 0 ? [...names.slice(0, NAMED_COUNT), `${more} more`] : names)
}

function Answer(props: { readonly conflict: DemandsInConflict; readonly isOutdated: boolean }) {
  const { verdict, demands, isSmallest, sentence } = props.conflict
  if (verdict !== 'conflict') {
    const status = verdict === 'none' ? 'good' : 'unknown'
    return (
      <p className="reason-note">
        <StatusMark status={status} word={verdict === 'none' ? 'can hold' : 'not proven'} />{' '}
        {sentence}
      </p>
    )
  }
  return (
    <>
      <p className="reason-note">
        {demands.length === 1
          ? 'No plan at all can hold this:'
          : `No plan can hold these ${demands.length} together:`}
      </p>
      <ul className="demands">
        {demands.map(({ name, reason }) => (
          <li key={name}>
            {name}
            {reason ? <span className="light"> “{reason}”</span> : null}
          </li>
        ))}
      </ul>
      <p className="reason-about">
        {isSmallest
          ? 'Proven. Give way on any one of them and the others can hold.'
          : 'Proven. Perhaps fewer of them are enough for that.'}
      </p>
    </>
  )
}
