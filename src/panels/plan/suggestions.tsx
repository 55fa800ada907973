import { acceptPlan } from '#core/commands/postings/accept-plan.ts'
import { counted, grouped } from '#core/figures.ts'
import type { Scenario } from '#core/records/scenario.ts'
import type { Plan, PlanPosting } from '#planner/plan.ts'
import { useRoom, useRun, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { Section } from '#ui/widgets/paper.tsx'
import { Empty } from '#ui/widgets/states.tsx'
import { isCarried, useAccepted, usePlacePosition } from './accepted.ts'
import { useOverridden } from './override/overridden.ts'
import { OverrideForm } from './override/override-form.tsx'
import { SuggestionRow } from './suggestion-row.tsx'

/** What a plan suggests, row by row; one is open at a time. */
export function Suggestions(props: {
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
  const { decidedOn } = useOverridden(plan)
  const carriersOf = (index: number) =>
    plan.postings.filter(({ carriesIndex }) => carriesIndex === index)
  const open = (index: number, posting: PlanPosting) => {
    screen.setState({ planOverride: null })
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
          {leads.length > 0 ? (
            <>
              gain alone{' '}
              <Button look="text" onPress={() => choice.acceptAll()}>
                Accept all
              </Button>
            </>
          ) : null}
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
              planHash={plan.planHash}
              carriers={carriersOf(index)}
              isOpen={index === openIndex}
              isAccepted={choice.isAccepted(index)}
              isAdded={choice.isAdded(index)}
              onOpen={() => open(index, posting)}
              decidedWord={decidedOn(index)?.word ?? null}
              override={
                <OverrideForm
                  key={plan.planHash}
                  plan={plan}
                  index={index}
                  posting={posting}
                  carriers={carriersOf(index)}
                  scenarioId={scenario.id}
                />
              }
              onAccept={(isOn) => choice.accept(index, isOn)}
            />
          ))}
        </ul>
      )}
    </Section>
  )
}

/** How much of it is accepted, and the one way into the COA. */
export function AcceptFoot({
  plan,
  scenario,
}: {
  readonly plan: Plan
  readonly scenario: Scenario
}) {
  const { newId, screen } = useRoom()
  const run = useRun()
  const choice = useAccepted(plan)
  const isOpen = (_: PlanPosting, index: number) => choice.isOpen(index)
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
