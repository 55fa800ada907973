import type { ReasonQuestion } from '#state/desk/reason-slots.ts'
import type { Weighed } from '#state/results-store.ts'
import { useResults } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { StatusMark } from '#ui/widgets/marks.tsx'
import { Failed, Progress } from '#ui/widgets/states.tsx'
import { useIsOutdated } from '../choices/weighed.tsx'
import { usePlanDesk } from '../plan-desk.ts'

type Props = {
  readonly answer: Weighed<unknown>
  readonly planHash: string
  readonly question: ReasonQuestion
  /** What the button says: the question in a person's words. */
  readonly ask: string
  /** What it does and how long it takes. */
  readonly about: string
  /** Searches for a plan again; left out where another button beside it does. */
  readonly onPlan?: (() => void) | undefined
}

/** How an answer to a "why" stands: still to be asked, waiting, on its way, failed or out of date. */
export function ReasonState(props: Props) {
  const { answer, question, ask, about } = props
  const { askWhy, stopWhy } = usePlanDesk()
  const isPlanStale = useResults((state) => state.isPlanStale)
  const isOutdated = useIsOutdated(answer, props.planHash)
  const { status, progressShare, value } = answer
  if (status === 'running') {
    return (
      <div className="reason-running">
        <Progress
          what={progressShare === 0 ? 'Waits for another search …' : 'Searching …'}
          share={progressShare}
        />
        <Button
          label={`Stop: ${ask}`}
          hint="Keeps what was found so far, where there is something"
          onPress={() => stopWhy(question)}
        >
          Stop
        </Button>
      </div>
    )
  }
  if (status === 'failed') {
    const onRetry = isPlanStale ? null : () => askWhy(question)
    return <Failed sentence={answer.error ?? 'This failed.'} onRetry={onRetry} />
  }
  if (isPlanStale) return <Stale isOld={value !== null} onPlan={props.onPlan} />
  const isThere = status === 'ready'
  if (isThere && !isOutdated) return null
  return (
    <div className="reason-ask">
      <p className="reason-about">{isThere ? 'This is of an earlier proposal.' : about}</p>
      <Button hint={isThere ? about : null} onPress={() => askWhy(question)}>
        {isThere ? 'Work out again' : ask}
      </Button>
    </div>
  )
}

function Stale(props: { readonly isOld: boolean; readonly onPlan?: (() => void) | undefined }) {
  return (
    <div className="reason-ask">
      <p className="reason-about">
        {props.isOld ? <StatusMark status="watch" word="out of date" /> : null}{' '}
        {props.isOld
          ? 'Facts or settings have changed since this was worked out.'
          : 'Facts or settings have changed since the plan was made. Plan again first.'}
      </p>
      {props.onPlan ? <Button onPress={props.onPlan}>Plan again</Button> : null}
    </div>
  )
}
