import { useState } from 'react'
import { counted, decimal, NOTHING, percent, signed } from '#core/figures.ts'
import type { AlternativePlans } from '#jobs/weigh-plan.ts'
import type { Plan, PlanUnits } from '#planner/plan.ts'
import { useResults, useRoom, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { Figure } from '#ui/widgets/paper.tsx'
import { Segment } from '#ui/widgets/segment.tsx'
import { usePlanDesk } from '../plan-desk.ts'
import { MapKey } from './map-key.tsx'
import { AnswerState } from './weighed.tsx'

const SHARES = [
  { id: '0.01', name: '1 %' },
  { id: '0.02', name: '2 %' },
  { id: '0.05', name: '5 %' },
] as const
const COUNTS = [
  { id: '3', name: '3' },
  { id: '4', name: '4' },
  { id: '6', name: '6' },
] as const

type Wanted = {
  readonly share: (typeof SHARES)[number]['id']
  readonly count: (typeof COUNTS)[number]['id']
}

/** Clearly different plans that are nearly as good: each can be seen on the map and taken. */
export function OtherPlans({ plan }: { readonly plan: Plan }) {
  const answer = useResults((state) => state.choices.alternatives)
  const [wanted, setWanted] = useState<Wanted>({ share: '0.02', count: '4' })
  const { weigh } = usePlanDesk()
  const question = {
    kind: 'alternatives',
    planCount: Number(wanted.count),
    withinShare: Number(wanted.share),
  } as const
  const choose = (next: Wanted) => setWanted(next)
  const controls = <WantedRow wanted={wanted} onChange={choose} />
  const { value } = answer
  return (
    <>
      <AnswerState
        answer={answer}
        planHash={plan.planHash}
        question={question}
        about="Looks for plans that post at least a quarter of their units elsewhere and give up next to nothing."
        choice={controls}
      />
      {value ? (
        <>
          <p className="choice-about">{value.sentence}</p>
          {value.wasStopped ? <p className="choice-about">Stopped before all of them.</p> : null}
          <MapKey
            lines={[
              { shape: 'diamond', color: 'var(--proposed)', label: 'in every plan' },
              { shape: 'halfDiamond', color: 'var(--proposed)', label: 'in some' },
              { shape: 'cross', color: 'var(--ink-2)', label: 'in none' },
            ]}
          />
          <PlanList found={value} plan={plan} />
          {answer.status === 'ready' ? (
            <div className="choice-again">
              {controls}
              <Button look="text" onPress={() => weigh(question)}>
                Look again
              </Button>
            </div>
          ) : null}
        </>
      ) : null}
    </>
  )
}

function WantedRow(props: { readonly wanted: Wanted; readonly onChange: (next: Wanted) => void }) {
  const { wanted, onChange } = props
  return (
    <div className="wanted-row">
      <span className="light">Up to</span>
      <Segment
        label="How many plans"
        choices={COUNTS}
        value={wanted.count}
        onChange={(count) => onChange({ ...wanted, count })}
      />
      <span className="light">within</span>
      <Segment
        label="How much less they may be worth"
        choices={SHARES}
        value={wanted.share}
        onChange={(share) => onChange({ ...wanted, share })}
      />
    </div>
  )
}

function PlanList(props: { readonly found: AlternativePlans; readonly plan: Plan }) {
  const { found, plan } = props
  const { screen } = useRoom()
  const pick = useScreen(({ planView }) =>
    planView.kind === 'alternatives' ? planView.pick : null,
  )
  const open = (index: number) =>
    screen.setState({
      planView: { kind: 'alternatives', pick: pick === String(index) ? null : String(index) },
      selection: null,
    })
  return (
    <>
      <div className="choice-columns plan-columns" aria-hidden>
        <span>plan</span>
        <span>gain</span>
        <span>gives up</span>
        <span>moves</span>
        <span>elsewhere</span>
      </div>
      <ul className="choice-list">
        {found.plans.map((other, index) => (
          <li
            key={`${other.objective}/${other.apartShare}`}
            data-open={pick === String(index) || undefined}
          >
            <button
              type="button"
              className="choice-line plan-columns"
              aria-expanded={pick === String(index)}
              aria-label={`Plan ${index + 1}: gain ${decimal(other.gainPoints)} points, gives up ${percent(other.lossShare, 1)} %, ${counted(other.movedCount, 'move')}, ${percent(other.apartShare)} % elsewhere`}
              onClick={() => open(index)}
            >
              <span className="choice-name">
                {index + 1}
                {isSameLaydown(other.laydown, plan.laydown) ? (
                  <span className="light"> proposal</span>
                ) : null}
              </span>
              <span>
                <Figure value={signed(other.gainPoints, 1)} unit="pts" />
              </span>
              <span>{index === 0 ? NOTHING : `${percent(other.lossShare, 1)} %`}</span>
              <span>{other.movedCount}</span>
              <span>{index === 0 ? NOTHING : `${percent(other.apartShare)} %`}</span>
            </button>
            {pick === String(index) ? <OpenPlan found={found} index={index} plan={plan} /> : null}
          </li>
        ))}
      </ul>
    </>
  )
}

const NAMED_COUNT = 6

function OpenPlan(props: {
  readonly found: AlternativePlans
  readonly index: number
  readonly plan: Plan
}) {
  const { found, index, plan } = props
  const { take } = usePlanDesk()
  const other = found.plans[index]
  if (!other) return null
  const isProposal = isSameLaydown(other.laydown, plan.laydown)
  const here = keysOf(plan.laydown)
  const only = other.postings.filter(({ placeId, typeId }) => !here.has(`${placeId}/${typeId}`))
  const named = only
    .slice(0, NAMED_COUNT)
    .map(({ count, typeName, placeName }) => `${count} ${typeName} to ${placeName}`)
  const more = only.length - named.length
  return (
    <div className="choice-open">
      {isProposal ? (
        <p>This is the proposal.</p>
      ) : (
        <>
          <p>
            {only.length === 0
              ? 'It posts to the same places in other numbers.'
              : `Other than the proposal: ${named.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`}
          </p>
          <Button
            onPress={() => take(other.laydown, `plan ${index + 1} of the other plans`)}
            hint="It gets reasons, runner-ups and bound as any plan; nothing moves until you add it"
          >
            Take as the proposal
          </Button>
        </>
      )}
    </div>
  )
}

function keysOf(laydown: readonly PlanUnits[]): ReadonlySet<string> {
  return new Set(laydown.map(({ placeId, typeId }) => `${placeId}/${typeId}`))
}

/** Both are sorted by place and type. */
export function isSameLaydown(a: readonly PlanUnits[], b: readonly PlanUnits[]): boolean {
  return (
    a.length === b.length &&
    a.every(
      (units, i) =>
        units.placeId === b[i]!.placeId &&
        units.typeId === b[i]!.typeId &&
        units.count === b[i]!.count,
    )
  )
}
