import { counted, decimal, durationText, listed, peopleText } from '#core/figures.ts'
import type { PlanPosting } from '#planner/plan.ts'
import { useResults, useRoom } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { Swatch } from '#ui/widgets/swatch.tsx'
import { usePlacePosition } from './accepted.ts'
import { useIsOutdated } from './choices/weighed.tsx'
import { keyOf, sureSentence } from './how-sure-text.ts'
import { usePlanDesk } from './plan-desk.ts'

/** Least difference in points that is worth telling. */
const TOLD_POINTS = 0.05

/** Why a suggestion is made, what comes next, what is lost without it, and how sure it is. */
export function Reasons(props: { readonly posting: PlanPosting; readonly planHash: string }) {
  const { posting } = props
  return (
    <dl className="reasons">
      <dt>Why here</dt>
      <dd>{whyText(posting)}</dd>
      <dt>Runner-up</dt>
      <dd>
        <RunnerUp posting={posting} />
      </dd>
      <dt>Without it</dt>
      <dd>{withoutText(posting)}</dd>
      <dt>How sure</dt>
      <dd>
        <Sureness {...props} />
      </dd>
    </dl>
  )
}

function whyText({ effect, newCover }: PlanPosting): string {
  const nearest = newCover.cells
    .slice(0, 3)
    .map(({ name, minutes }) =>
      minutes < 0.5 ? `${name} itself` : `${name} in ${durationText(minutes)}`,
    )
  const head = `${effect.charAt(0).toUpperCase()}${effect.slice(1)}`
  return nearest.length > 0 ? `${head}: ${listed(nearest)}.` : `${head}.`
}

function RunnerUp({ posting: { runnerUp } }: { readonly posting: PlanPosting }) {
  const { screen } = useRoom()
  const positionOf = usePlacePosition()
  if (!runnerUp) return 'No other place would take these units.'
  const centre = positionOf(runnerUp.placeId)
  const { name, lossPoints } = runnerUp
  return (
    <>
      {centre ? (
        <>
          <Swatch swatch={{ shape: 'dashed', color: 'var(--proposed)' }} />
          <Button
            look="text"
            label={`Show ${name} on the map`}
            onPress={() => screen.setState({ flight: { centre, zoom: null } })}
          >
            {name}
          </Button>
        </>
      ) : (
        name
      )}
      {lossPoints < TOLD_POINTS ? ' is as good.' : ` would cost ${decimal(lossPoints)} points.`}
    </>
  )
}

function withoutText({ lossWithoutPoints, lostCover }: PlanPosting): string {
  const { names, cellCount, peopleCount } = lostCover
  const loss =
    lossWithoutPoints < TOLD_POINTS
      ? 'The plan loses next to nothing: the easiest to leave out.'
      : `The plan loses ${decimal(lossWithoutPoints)} points.`
  if (names.length === 0) {
    return lossWithoutPoints < TOLD_POINTS ? loss : `${loss} Nobody drops out of reach.`
  }
  const more = cellCount - names.length
  const who = listed(more > 0 ? [...names, counted(more, 'more place')] : names)
  return `${loss} ${who} drop${cellCount === 1 ? 's' : ''} out of reach, ${peopleText(peopleCount)} people.`
}

/** As the draws of need have it; until these were worked out, a way to ask for them. */
function Sureness({
  posting,
  planHash,
}: {
  readonly posting: PlanPosting
  readonly planHash: string
}) {
  const answer = useResults((state) => state.choices.howSure)
  const isOutdated = useIsOutdated(answer, planHash)
  const isPlanStale = useResults((state) => state.isPlanStale)
  const { weigh } = usePlanDesk()
  const found = isOutdated
    ? undefined
    : answer.value?.postings.find((each) => keyOf(each) === keyOf(posting))
  if (answer.status === 'running') {
    return `Working it out … ${Math.round(100 * answer.progressShare)} %`
  }
  if (found) return sureSentence(found, posting.count)
  if (isPlanStale) return 'Not known: facts have changed since.'
  return (
    <>
      Not worked out yet.{' '}
      <Button
        look="text"
        onPress={() => weigh({ kind: 'howSure' })}
        hint="Plans again under 40 draws of need, for all suggestions at once"
      >
        Work it out
      </Button>
    </>
  )
}
