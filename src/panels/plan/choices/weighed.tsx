import type { ReactNode } from 'react'
import type { WeighQuestion } from '#state/desk/weigh-slots.ts'
import type { Weighed } from '#state/results-store.ts'
import { useResults } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { StatusMark } from '#ui/widgets/marks.tsx'
import { Failed, Progress } from '#ui/widgets/states.tsx'
import { usePlanDesk } from '../plan-desk.ts'

/** Whether an answer is of an earlier plan, or of facts that have changed since. */
export function useIsOutdated(answer: Weighed<unknown>, planHash: string): boolean {
  const isPlanStale = useResults((state) => state.isPlanStale)
  return answer.value !== null && (isPlanStale || !answer.planHashes.includes(planHash))
}

/** How an answer stands above its figures: asked for, on its way, failed, or out of date. */
export function AnswerState(props: {
  readonly answer: Weighed<unknown>
  readonly planHash: string
  readonly question: WeighQuestion
  /** What it answers, before it was asked. */
  readonly about: ReactNode
  /** What there is to choose beforehand. */
  readonly choice?: ReactNode
}) {
  const { answer, planHash, question } = props
  const { weigh, stopWeighing } = usePlanDesk()
  const isPlanStale = useResults((state) => state.isPlanStale)
  const isOutdated = useIsOutdated(answer, planHash)
  const ask = () => weigh(question)
  if (answer.status === 'running') {
    return (
      <div className="answer-state">
        <Progress what="Working it out …" share={answer.progressShare} />
        <Button onPress={stopWeighing} hint="Keeps what was found so far, where there is something">
          Stop
        </Button>
      </div>
    )
  }
  if (answer.status === 'failed') {
    return <Failed sentence={answer.error ?? 'This failed.'} onRetry={isPlanStale ? null : ask} />
  }
  if (isPlanStale && answer.value === null) {
    return (
      <p className="choice-about">
        Facts, settings or postings have changed since this plan was worked out. Suggest again, then
        weigh it.
      </p>
    )
  }
  if (answer.value === null) {
    return (
      <div className="answer-ask">
        <p className="choice-about">{props.about}</p>
        {props.choice}
        <Button onPress={ask}>Work out</Button>
      </div>
    )
  }
  if (!isOutdated) return null
  return (
    <p className="floor-note answer-old">
      <span>
        <StatusMark status="watch" word="out of date" />{' '}
        {isPlanStale
          ? 'Facts have changed since this was worked out. Suggest again first.'
          : 'This is of an earlier proposal.'}
      </span>
      {isPlanStale ? null : (
        <Button look="text" onPress={ask}>
          Work out again
        </Button>
      )}
    </p>
  )
}
