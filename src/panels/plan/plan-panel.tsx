import type { OperationDocument } from '#core/document.ts'
import { decimal } from '#core/figures.ts'
import type { Scenario } from '#core/records/scenario.ts'
import type { Plan } from '#planner/plan.ts'
import { useDocument, useResults, useRoom, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { coaColor } from '#ui/widgets/marks.tsx'
import { Paper } from '#ui/widgets/paper.tsx'
import { Segment } from '#ui/widgets/segment.tsx'
import { Empty, Failed } from '#ui/widgets/states.tsx'
import { ChangedNotice } from '../scenarios/changed-notice.tsx'
import { useNewCoa } from '../scenarios/coa-menu.tsx'
import { noForceText } from '../scenarios/no-force.ts'
import { Choices } from './choices/choices.tsx'
import { Taken } from './choices/taken.tsx'
import { Doubts } from './doubts.tsx'
import { Gap } from './gap.tsx'
import { usePlanDesk } from './plan-desk.ts'
import { PostingList } from './posting-list.tsx'
import { AcceptFoot, Suggestions } from './suggestions.tsx'
import { Unmet } from './unmet.tsx'
import './plan.css'

/** The right paper of Plan: what is suggested, how good it can be, and why. A proposal until added. */
export function PlanPanel(props: {
  readonly scenario: Scenario | null
  readonly onRun: () => void
}) {
  const { scenario } = props
  const work = useResults((state) => state.plan)
  const planScenarioId = useResults((state) => state.planScenarioId)
  const moments = useResults((state) => state.planMoments)
  const { stop, discard } = usePlanDesk()
  const lack = useDocument((state) => lackOf(state.document, scenario?.id ?? null))
  const isRunning = work.status === 'running'
  const isOurs = scenario !== null && planScenarioId === scenario.id
  const plan = isOurs ? work.value : null
  const view = useScreen((state) => state.planView)
  const isWeighing = plan !== null && !isRunning && view.kind !== 'suggestions'
  const action = isRunning ? (
    <Button onPress={stop} hint="Keeps the best plan found so far">
      Stop
    </Button>
  ) : (
    <Button
      look={plan ? 'plain' : 'filled'}
      onPress={props.onRun}
      isDisabled={scenario === null || scenario.isBaseline || lack !== null}
    >
      {plan ? 'Suggest again' : 'Suggest'}
    </Button>
  )
  return (
    <Paper
      title="Suggested postings"
      about={
        plan
          ? aboutPlan(plan)
          : 'Who and what goes where, with reasons and a proven bound. You decide.'
      }
      action={action}
      foot={
        plan && plan.postings.length > 0 && scenario ? (
          <AcceptFoot key={plan.planHash} plan={plan} scenario={scenario} />
        ) : null
      }
    >
      {scenario ? <ChangedNotice scenario={scenario} /> : null}
      {work.status === 'failed' && isOurs ? (
        <section className="section">
          <Failed
            sentence={work.error ?? 'The search failed. Nothing was changed.'}
            onRetry={props.onRun}
          />
        </section>
      ) : null}
      {plan && !isRunning ? <Views /> : null}
      {isOurs && (isRunning || (plan && !isWeighing)) ? (
        <Gap plan={plan} moments={moments} isRunning={isRunning} color={coaColor(scenario)} />
      ) : null}
      {plan && !isRunning ? <Taken /> : null}
      {plan && !isRunning ? (
        <Doubts plan={plan} scenario={scenario} hasIssues={!isWeighing} onRun={props.onRun} />
      ) : null}
      {isRunning && !isOurs ? <OtherSearch scenarioId={planScenarioId} /> : null}
      {plan && scenario && !isWeighing ? (
        <Suggestions plan={plan} scenario={scenario} onDiscard={discard} />
      ) : null}
      {plan && scenario && isWeighing ? <Choices plan={plan} scenario={scenario} /> : null}
      {plan && scenario && !isRunning && !isWeighing ? (
        <Unmet plan={plan} scenarioId={scenario.id} onPlan={props.onRun} />
      ) : null}
      {!plan && !isRunning ? <NoPlan scenario={scenario} lack={lack} /> : null}
      {scenario && !scenario.isBaseline && !isWeighing ? <PostingList scenario={scenario} /> : null}
    </Paper>
  )
}

/** One thing at a time: what is suggested, or what else there is. */
function Views() {
  const { screen } = useRoom()
  const view = useScreen((state) => state.planView)
  return (
    <div className="plan-views">
      <Segment
        label="What of the plan is shown"
        choices={[
          { id: 'suggestions', name: 'Suggestions' },
          { id: 'choices', name: 'Choices' },
        ]}
        value={view.kind === 'suggestions' ? 'suggestions' : 'choices'}
        onChange={(kind) => {
          const isThere = kind === 'choices' && view.kind !== 'suggestions'
          if (!isThere) screen.setState({ planView: { kind }, selection: null })
        }}
      />
    </div>
  )
}

function aboutPlan(plan: Plan): string {
  return `Today ${decimal(plan.currentCoveredPoints)} % of weighted need is within reach of a unit of each type in time, with this plan ${decimal(plan.coveredPoints)} %.`
}

/** What has to be there before a plan can be asked for; null: all of it is. */
function lackOf(document: OperationDocument, scenarioId: string | null): string | null {
  if (document.tables.areas.size === 0) {
    return 'There are no areas to plan for yet. Import administrative areas, such as the counties.'
  }
  if (document.tables.units.size > 0) return noForceText(document, scenarioId)
  return 'There are no units to post yet. Import deployments, or open the built-in theatre.'
}

function OtherSearch({ scenarioId }: { readonly scenarioId: string | null }) {
  const name = useDocument((state) => state.document.tables.scenarios.get(scenarioId ?? '')?.name)
  return (
    <section className="section">
      <Empty>A search for {name ?? 'another COA'} is running. Go to it, or stop it here.</Empty>
    </section>
  )
}

function NoPlan(props: { readonly scenario: Scenario | null; readonly lack: string | null }) {
  const { scenario, lack } = props
  const begin = useNewCoa()
  const isBaseline = scenario === null || scenario.isBaseline
  if (lack !== null) {
    return (
      <section className="section">
        <Empty>{lack}</Empty>
      </section>
    )
  }
  return (
    <section className="section">
      <Empty {...(isBaseline ? { action: { name: 'New COA', onPress: () => begin(null) } } : {})}>
        {isBaseline
          ? 'The current posture is what stands today and takes no plan. Choose a COA on the left, or make one.'
          : `No suggestion for ${scenario?.name} yet. Set what may move and within what time people are to be reached, then press Suggest.`}
      </Empty>
    </section>
  )
}
