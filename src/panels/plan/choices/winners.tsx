import { useState } from 'react'
import { durationText, grouped, NOTHING, peopleInFull } from '#core/figures.ts'
import type { OutcomeByCommunity } from '#jobs/weigh-plan.ts'
import type { Plan } from '#planner/plan.ts'
import { useDocument, useResults, useRoom, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { Segment } from '#ui/widgets/segment.tsx'
import { AnswerState } from './weighed.tsx'

/** Who comes within reach of a type under the plan and who drops out of it, beside the current posture. */
export function Winners({ plan }: { readonly plan: Plan }) {
  const answer = useResults((state) => state.choices.outcomes)
  const { value } = answer
  return (
    <>
      <AnswerState
        answer={answer}
        planHash={plan.planHash}
        question={{ kind: 'outcomes' }}
        about="Counts who comes within reach of each type under this proposal and who drops out of it, against what stands today."
      />
      {value ? <TypeList outcomes={value} /> : null}
    </>
  )
}

function TypeList({ outcomes }: { readonly outcomes: readonly OutcomeByCommunity[] }) {
  const { screen } = useRoom()
  const pick = useScreen(({ planView }) => (planView.kind === 'outcomes' ? planView.pick : null))
  const most = Math.max(1, ...outcomes.map((each) => Math.max(each.gainedPeople, each.lostPeople)))
  if (outcomes.length === 0) return <p className="choice-about">No type has any weight.</p>
  const open = (typeId: string) =>
    screen.setState({
      planView: { kind: 'outcomes', pick: pick === typeId ? null : typeId },
      selection: null,
    })
  return (
    <>
      <div className="choice-columns type-columns" aria-hidden>
        <span>type</span>
        <span>▼ people lose reach</span>
        <span>▲ gain it</span>
      </div>
      <ul className="choice-list">
        {outcomes.map((each) => (
          <li key={each.typeId} data-open={pick === each.typeId || undefined}>
            <button
              type="button"
              className="choice-line type-columns"
              aria-expanded={pick === each.typeId}
              aria-label={each.sentence}
              onClick={() => open(each.typeId)}
            >
              <span className="choice-name">{each.typeName}</span>
              <span className="people-bar" data-side="lost">
                <span>{each.lostPeople < 0.5 ? '0' : grouped(each.lostPeople)}</span>
                <i style={{ width: `${(44 * each.lostPeople) / most}px` }} />
              </span>
              <span className="people-bar" data-side="gained">
                <i style={{ width: `${(44 * each.gainedPeople) / most}px` }} />
                <span>{each.gainedPeople < 0.5 ? '0' : grouped(each.gainedPeople)}</span>
              </span>
            </button>
            {pick === each.typeId ? <OpenType key={each.typeId} outcome={each} /> : null}
          </li>
        ))}
      </ul>
    </>
  )
}

const SIDES = ['lost', 'gained'] as const
type Side = (typeof SIDES)[number]

function OpenType({ outcome }: { readonly outcome: OutcomeByCommunity }) {
  const [chosen, setChosen] = useState<Side | null>(null)
  const { lost, gained } = outcome
  const side: Side = chosen ?? (lost.length > 0 ? 'lost' : 'gained')
  return (
    <div className="choice-open">
      <p>{outcome.sentence}</p>
      <Segment
        label="Which communities are listed"
        choices={[
          { id: 'lost', name: `▼ Lose, ${grouped(lost.length)}` },
          { id: 'gained', name: `▲ Gain, ${grouped(gained.length)}` },
        ]}
        value={side}
        onChange={setChosen}
      />
      <Communities key={side} outcome={outcome} side={side} />
    </div>
  )
}

const SHOWN_AT_FIRST = 8

function Communities(props: { readonly outcome: OutcomeByCommunity; readonly side: Side }) {
  const { outcome, side } = props
  const [isWhole, setWhole] = useState(false)
  const { screen } = useRoom()
  const communities = useDocument(({ document }) => document.tables.communities)
  const all = outcome[side]
  const shown = isWhole ? all : all.slice(0, SHOWN_AT_FIRST)
  if (all.length === 0) {
    return <p>{side === 'lost' ? 'Nobody drops out of reach.' : 'Nobody comes within reach.'}</p>
  }
  const flyTo = (communityId: string | null) => {
    const centre = communities.get(communityId ?? '')?.position
    if (communityId === null || !centre) return
    const selection = { type: 'row', table: 'communities', id: communityId } as const
    screen.setState({ selection, flight: { centre, zoom: null } })
  }
  return (
    <>
      <div className="choice-columns community-columns" aria-hidden>
        <span>largest first</span>
        <span>people</span>
        <span>today</span>
        <span>then</span>
      </div>
      <ul className="community-list">
        {shown.map((row) => (
          <li key={row.communityId ?? `cell ${row.cell}`}>
            <button
              type="button"
              className="community-columns"
              disabled={row.communityId === null}
              onClick={() => flyTo(row.communityId)}
            >
              <span className="community-name" title={`${row.name}, ${row.stratumName}`}>
                {row.name} <span className="light">{row.stratumName}</span>
              </span>
              <span>{peopleInFull(row.people)}</span>
              <span>{minutesText(row.minutesBefore)}</span>
              <span>{minutesText(row.minutesAfter)}</span>
            </button>
          </li>
        ))}
      </ul>
      {all.length > shown.length ? (
        <Button look="text" onPress={() => setWhole(true)}>
          All {grouped(all.length)}
        </Button>
      ) : null}
    </>
  )
}

function minutesText(minutes: number | null): string {
  return minutes === null ? NOTHING : durationText(minutes)
}
