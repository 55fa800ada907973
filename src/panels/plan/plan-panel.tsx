import { acceptPlan } from '#core/commands/postings/accept-plan.ts'
import type { OperationDocument } from '#core/document.ts'
import { counted, decimal, grouped } from '#core/figures.ts'
import type { Scenario } from '#core/records/scenario.ts'
import type { Plan, PlanPosting } from '#planner/plan.ts'
import { gapPercent } from '#planner/sentences.ts'
import type { PlanMoment } from '#state/results-store.ts'
import { useDocument, useResults, useRoom, useRun, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { coaColor, StatusMark } from '#ui/widgets/marks.tsx'
import { Figure, Paper, Section } from '#ui/widgets/paper.tsx'
import { Empty, Failed } from '#ui/widgets/states.tsx'
import { IssueList } from '../issues/issue-list.tsx'
import { useNewCoa } from '../scenarios/coa-menu.tsx'
import { isCarried, useAccepted, usePlacePosition } from './accepted.ts'
import { GapChart } from './gap-chart.tsx'
import { usePlanDesk } from './plan-desk.ts'
import { PostingList } from './posting-list.tsx'
import { ProofLine } from './proof-line.tsx'
import { useSiteRule } from './site-rules.tsx'
import { SuggestionRow } from './suggestion-row.tsx'
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
  const lack = useDocument((state) => lackOf(state.document))
  const isRunning = work.status === 'running'
  const isOurs = scenario !== null && planScenarioId === scenario.id
  const plan = isOurs ? work.value : null
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
        plan && scenario ? <AcceptFoot key={plan.planHash} plan={plan} scenario={scenario} /> : null
      }
    >
      {work.status === 'failed' && isOurs ? (
        <section className="section">
          <Failed
            sentence={work.error ?? 'The search failed. Nothing was changed.'}
            onRetry={props.onRun}
          />
        </section>
      ) : null}
      {isOurs && (isRunning || plan) ? (
        <Gap plan={plan} moments={moments} isRunning={isRunning} color={coaColor(scenario)} />
      ) : null}
      {plan && !isRunning ? <Doubts plan={plan} /> : null}
      {isRunning && !isOurs ? <OtherSearch scenarioId={planScenarioId} /> : null}
      {plan && scenario ? (
        <Suggestions plan={plan} scenario={scenario} onDiscard={discard} />
      ) : null}
      {plan ? <Unmet plan={plan} /> : null}
      {!plan && !isRunning ? <NoPlan scenario={scenario} lack={lack} /> : null}
      {scenario && !scenario.isBaseline ? <PostingList scenario={scenario} /> : null}
    </Paper>
  )
}

function aboutPlan(plan: Plan): string {
  return `Today ${decimal(plan.currentCoveredPoints)} % of weighted need is within reach of a unit of each type in time, with this plan ${decimal(plan.coveredPoints)} %.`
}

/** What has to be there before a plan can be asked for; null: all of it is. */
function lackOf({ tables }: OperationDocument): string | null {
  if (tables.areas.size === 0) {
    return 'There are no areas to plan for yet. Import administrative areas, such as the counties.'
  }
  return tables.units.size === 0
    ? 'There are no units to post yet. Import deployments, or open the built-in theatre.'
    : null
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

function Gap(props: {
  readonly plan: Plan | null
  readonly moments: readonly PlanMoment[]
  readonly isRunning: boolean
  readonly color: string
}) {
  const last = props.moments.at(-1)
  const gap = props.isRunning ? (last?.gapShare ?? null) : (props.plan?.gapShare ?? null)
  const sentence =
    !props.isRunning && props.plan
      ? props.plan.gapSentence
      : gap === null
        ? 'Searching; a bound is not proven yet.'
        : `So far: no plan can be more than ${gapPercent(gap)} % better.`
  const seconds = last ? `${Math.round(last.elapsedSeconds)} s` : ''
  const moves = last ? `${decimal(last.searchMoves / 1e6)} M moves` : ''
  const origin =
    props.plan && !props.isRunning
      ? `seed ${props.plan.seed} · plan ${props.plan.planHash.slice(0, 8)}`
      : ''
  return (
    <section className="section" aria-live="polite">
      <div className="gap-head">
        <span className="gap-number">
          <Figure value={gap === null ? '–' : gapPercent(gap)} unit="%" />
        </span>
        <div>
          <p>{sentence}</p>
          <p className="paper-about">
            {[seconds, moves, origin].filter((part) => part !== '').join(' · ')}
          </p>
        </div>
      </div>
      <GapChart moments={props.moments} color={props.color} />
      {props.plan && !props.isRunning ? <ProofLine plan={props.plan} /> : null}
      <p className="paper-about">
        Points of 100: need covered, and backed up where units are busy, less the price of moves and
        of floors missed.
      </p>
    </section>
  )
}

/** What makes the plan doubtful: what changed since it was worked out, and what it rests on. */
function Doubts({ plan }: { readonly plan: Plan }) {
  const isStale = useResults((state) => state.isPlanStale)
  const issues = useResults((state) => state.planIssues)
  const choice = useAccepted(plan)
  const isOutdated = isStale && plan.postings.some((_, index) => !choice.isAdded(index))
  if (!isOutdated && issues.length === 0) return null
  return (
    <section className="section" aria-label="Doubts about this plan">
      {isOutdated ? (
        <p className="floor-note">
          <StatusMark status="watch" word="out of date" /> Facts, settings or postings have changed
          since this was worked out. Suggest again before you add more of it.
        </p>
      ) : null}
      <IssueList issues={issues} />
    </section>
  )
}

function Suggestions(props: {
  readonly plan: Plan
  readonly scenario: Scenario
  readonly onDiscard: () => void
}) {
  const { plan, scenario, onDiscard } = props
  const { screen } = useRoom()
  const choice = useAccepted(plan)
  const leads = plan.postings.flatMap((posting, index) =>
    isCarried(posting) ? [] : [{ posting, index }],
  )
  const openIndex = useScreen(({ selection }) =>
    selection?.type === 'suggestion' ? selection.index : null,
  )
  const positionOf = usePlacePosition()
  const rule = useSiteRule(scenario.id)
  const open = (index: number, posting: PlanPosting) => {
    if (openIndex === index) return screen.setState({ selection: null })
    const centre = positionOf(posting.placeId)
    screen.setState({
      selection: { type: 'suggestion', index },
      ...(centre ? { flight: { centre, zoom: null } } : {}),
    })
  }
  return (
    <Section
      title={`Suggestions, ${grouped(leads.length)}`}
      aside={
        <>
          gain alone{' '}
          <Button look="text" onPress={() => choice.acceptAll()}>
            Accept all
          </Button>
          <Button look="text" onPress={onDiscard} hint="Takes the proposal off the screen">
            Discard
          </Button>
        </>
      }
    >
      {plan.postings.length === 0 ? (
        <Empty>What stands today is as good as anything that was found under these limits.</Empty>
      ) : (
        <ul className="suggestions">
          {leads.map(({ posting, index }) => (
            <SuggestionRow
              key={`${posting.placeId}/${posting.typeId}/${posting.fromPlaceId}`}
              number={index + 1}
              posting={posting}
              carriers={plan.postings.filter(({ carriesIndex }) => carriesIndex === index)}
              isOpen={index === openIndex}
              isAccepted={choice.isAccepted(index)}
              isAdded={choice.isAdded(index)}
              onOpen={() => open(index, posting)}
              onForbid={() => rule(posting.placeId, 'forbidden')}
              onAccept={(isOn) => choice.accept(index, isOn)}
            />
          ))}
        </ul>
      )}
    </Section>
  )
}

function AcceptFoot({ plan, scenario }: { readonly plan: Plan; readonly scenario: Scenario }) {
  const { newId, screen } = useRoom()
  const run = useRun()
  const choice = useAccepted(plan)
  const isOpen = (_: PlanPosting, index: number) => !choice.isAdded(index)
  const chosen = plan.postings.filter(
    (posting, index) => choice.isAccepted(index) && isOpen(posting, index),
  )
  const openLeads = plan.postings.filter(
    (posting, index) => !isCarried(posting) && isOpen(posting, index),
  )
  const chosenLeads = chosen.filter((posting) => !isCarried(posting))
  const add = () =>
    run(acceptPlan, {
      scenarioId: scenario.id,
      planHash: plan.planHash,
      ids: chosen.map(() => newId()),
      suggestions: chosen.map(({ typeId, count, fromPlaceId, placeId, reason }) => ({
        typeId,
        count,
        fromPlaceId,
        placeId,
        reason,
      })),
    })
  if (plan.postings.length > 0 && openLeads.length === 0) {
    return (
      <>
        <span>All of it is in {scenario.name}.</span>
        <Button look="filled" onPress={() => screen.setState({ place: 'compare' })}>
          Compare with today
        </Button>
      </>
    )
  }
  return (
    <>
      <span>
        <b>
          {grouped(chosenLeads.length)} of {grouped(openLeads.length)}
        </b>{' '}
        accepted
        <span className="paper-about foot-note">Nothing moves until you add it.</span>
      </span>
      <Button look="filled" onPress={add} isDisabled={chosen.length === 0}>
        Add {counted(chosen.length, 'posting')} to {scenario.name}
      </Button>
    </>
  )
}
