import { ChevronDown, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { decimal } from '#core/figures.ts'
import type { Scenario } from '#core/records/scenario.ts'
import type { Plan } from '#planner/plan.ts'
import type { Weighed } from '#state/results-store.ts'
import type { PlanView } from '#state/screen-store.ts'
import { useResults, useRoom, useScreen } from '#ui/room.tsx'
import { StatusMark } from '#ui/widgets/marks.tsx'
import { HowSureChoice } from './how-sure.tsx'
import { MovesChoice } from './moves-choice.tsx'
import { OtherPlans } from './other-plans.tsx'
import {
  movesSummary,
  outcomesSummary,
  plansSummary,
  sureSummary,
  tradesSummary,
  WithoutSummary,
} from './summaries.tsx'
import { TradeOffs } from './trade-offs.tsx'
import { useIsOutdated } from './weighed.tsx'
import { Winners } from './winners.tsx'
import { Without } from './without.tsx'
import './choices.css'

type Kind = Exclude<PlanView['kind'], 'suggestions' | 'choices'>

/** Six ways to weigh the proposal; one is open at a time, and nothing is worked out until asked for. */
export function Choices({ plan, scenario }: { readonly plan: Plan; readonly scenario: Scenario }) {
  const choices = useResults((state) => state.choices)
  return (
    <div className="choices">
      <p className="choice-plan">
        <b>{decimal(plan.objective)}</b> points, {plan.gapSentence.replace(/^N/, 'n')}
      </p>
      <Choice
        kind="alternatives"
        title="Other plans"
        summary={plansSummary(choices)}
        answers={[choices.alternatives]}
        planHash={plan.planHash}
      >
        <OtherPlans plan={plan} />
      </Choice>
      <Choice
        kind="moves"
        title="What moves buy"
        summary={movesSummary(choices)}
        answers={[choices.moves]}
        planHash={plan.planHash}
      >
        <MovesChoice plan={plan} />
      </Choice>
      <Choice
        kind="tradeOffs"
        title="One thing for another"
        summary={tradesSummary(choices)}
        answers={[choices.tradeOffs]}
        planHash={plan.planHash}
      >
        <TradeOffs plan={plan} />
      </Choice>
      <Choice
        kind="outcomes"
        title="Who gains, who loses"
        summary={outcomesSummary(choices)}
        answers={[choices.outcomes]}
        planHash={plan.planHash}
      >
        <Winners plan={plan} />
      </Choice>
      <Choice
        kind="howSure"
        title="How sure"
        summary={sureSummary(choices)}
        answers={[choices.howSure]}
        planHash={plan.planHash}
      >
        <HowSureChoice plan={plan} />
      </Choice>
      <Choice
        kind="without"
        title="Without an input"
        summary={<WithoutSummary choices={choices} />}
        answers={Object.values(choices.without)}
        planHash={plan.planHash}
      >
        <Without plan={plan} scenario={scenario} />
      </Choice>
    </div>
  )
}

function Choice(props: {
  readonly kind: Kind
  readonly title: string
  readonly summary: ReactNode
  readonly answers: readonly Weighed<unknown>[]
  readonly planHash: string
  readonly children: ReactNode
}) {
  const { kind, answers } = props
  const { screen } = useRoom()
  const isOpen = useScreen((state) => state.planView.kind === kind)
  const running = answers.find(({ status }) => status === 'running')
  const isOutdated = useAnyOutdated(answers, props.planHash)
  const toggle = () =>
    screen.setState({
      planView: isOpen ? { kind: 'choices' } : { kind, pick: null },
      selection: null,
    })
  const Chevron = isOpen ? ChevronDown : ChevronRight
  return (
    <section className="choice" data-open={isOpen || undefined}>
      <h3 className="choice-title">
        <button type="button" className="choice-head" aria-expanded={isOpen} onClick={toggle}>
          <Chevron size={14} aria-hidden />
          <span className="choice-name">{props.title}</span>
          {isOutdated && !running ? <StatusMark status="watch" word="out of date" /> : null}
          <span className="choice-summary">
            {running ? `${Math.round(100 * running.progressShare)} %` : props.summary}
          </span>
        </button>
      </h3>
      {isOpen ? <div className="choice-body">{props.children}</div> : null}
    </section>
  )
}

function useAnyOutdated(answers: readonly Weighed<unknown>[], planHash: string): boolean {
  const [first, ...others] = answers
  const isFirst = useIsOutdated(first ?? NOTHING, planHash)
  return isFirst || others.some(({ value, planHashes }) => value && !planHashes.includes(planHash))
}

const NOTHING: Weighed<unknown> = {
  status: 'idle',
  value: null,
  progressShare: 0,
  error: null,
  planHashes: [],
}
