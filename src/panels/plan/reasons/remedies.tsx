import { useState } from 'react'
import { decimal, firstFew, listed, percent } from '#core/figures.ts'
import type { Remedy } from '#planner/reasons/unserved/remedies.ts'
import type { Unserved } from '#planner/reasons/unserved/unserved.ts'
import { IDLE } from '#state/results-store.ts'
import { useResults } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { Figure } from '#ui/widgets/paper.tsx'
import { useIsOutdated } from '../choices/weighed.tsx'
import { grantVerb, noSettingText, useGrant } from './grant-words.ts'
import { ReasonState } from './reason-state.tsx'

type Props = {
  readonly stratum: number
  readonly coveredShare: number
  readonly planHash: string
  readonly scenarioId: string
  readonly onPlan: () => void
}

const UNASKED = { ...IDLE, planHashes: [] }

/** What would serve one county, cheapest first; what is a setting can be set. */
export function Remedies(props: Props) {
  const { stratum, planHash } = props
  const answer = useResults(({ reasons }) => reasons.unserved[stratum]) ?? UNASKED
  const isOutdated = useIsOutdated(answer, planHash)
  const found = answer.value
  const isServed =
    answer.status === 'ready' && found === null && answer.planHashes.includes(planHash)
  return (
    <>
      {found ? <h4 className="reason-title">What would serve it</h4> : null}
      <ReasonState
        answer={answer}
        planHash={planHash}
        question={{ kind: 'unserved', stratum }}
        ask="What would serve it?"
        about="Tries moves, decisions, room, money, units and times, each searched again. Up to half a minute."
        onPlan={props.onPlan}
      />
      {isServed ? (
        <p className="reason-about">
          A longer search serves it in full with what there is. Suggest again with more effort.
        </p>
      ) : null}
      {found ? (
        <Found {...props} found={found} canSet={!isOutdated && answer.status === 'ready'} />
      ) : null}
    </>
  )
}

/** A rise that came of searching on alone. */
const CLEAR_RISE = 0.005

function Found(props: Props & { readonly found: Unserved; readonly canSet: boolean }) {
  const { found, canSet, scenarioId } = props
  const { remedies, tried, outOfReach } = found
  return (
    <>
      {found.coveredShare > props.coveredShare + CLEAR_RISE ? (
        <p className="reason-about">
          Searching on alone already brings it to {percent(found.coveredShare)} %; what follows
          comes on top.
        </p>
      ) : null}
      {remedies.length > 0 ? (
        <ul className="remedies">
          {remedies.map((remedy) => (
            <RemedyRow
              key={remedy.name}
              remedy={remedy}
              scenarioId={scenarioId}
              canSet={canSet}
              onPlan={props.onPlan}
            />
          ))}
        </ul>
      ) : (
        <p className="reason-about">{found.sentence}</p>
      )}
      {remedies.length > 0 ? <NotEnough tried={tried} farCount={outOfReach.length} /> : null}
    </>
  )
}

function RemedyRow(props: {
  readonly remedy: Remedy
  readonly scenarioId: string
  readonly canSet: boolean
  readonly onPlan: () => void
}) {
  const { remedy, canSet } = props
  const [wasSet, setWasSet] = useState(false)
  const { grant, kind, name } = remedy
  const set = useGrant(props.scenarioId)
  return (
    <li className="remedy">
      <span className="remedy-name">
        {kind === 'priority' ? priorityName(remedy) : name.replace(/,$/, '')}
      </span>
      <span className="remedy-share">
        <Figure value={percent(remedy.coveredShare)} unit="%" />
      </span>
      <span className="remedy-cost">
        {[
          lossText(remedy),
          ...shortText(remedy),
          ...(remedy.isDirected
            ? ['The plan alone would use it elsewhere: hold units here too.']
            : []),
          ...(grant === null ? [noSettingText(kind)] : []),
        ].join(' ')}
      </span>
      {grant !== null && (canSet || wasSet) ? (
        <span className="remedy-act">
          <Button
            look="text"
            label={canSet ? `${grantVerb(grant)}: ${name}` : 'Set. Plan again with it'}
            hint={
              canSet
                ? 'One step, and it can be undone. The plan is then out of date'
                : 'Searches again'
            }
            onPress={() => {
              if (!canSet) return props.onPlan()
              setWasSet(true)
              set(grant)
            }}
          >
            {canSet ? grantVerb(grant) : 'Set. Plan again with it'}
          </Button>
        </span>
      ) : null}
    </li>
  )
}

/** "Counting need in Gbarpolu twice", as what it comes to. */
function priorityName({ name }: Remedy): string {
  return `With what there is, taken from others (${name.slice(0, 1).toLowerCase()}${name.slice(1)})`
}

const NO_LOSS_POINTS = 0.05

function lossText({ othersLosePoints, losers }: Remedy): string {
  if (othersLosePoints < NO_LOSS_POINTS) return 'Nobody else loses.'
  const most = losers
    .slice(0, 2)
    .map(({ name, lostShare }) => `${name} −${decimal(100 * lostShare)} %`)
  return `Others lose ${decimal(othersLosePoints)} points: ${listed(losers.length > 2 ? [...most, 'others less'] : most)}.`
}

function shortText({ stillShort }: Remedy): string[] {
  if (stillShort.length === 0) return []
  return [`${listed(stillShort)} ${stillShort.length === 1 ? 'stays' : 'stay'} under the floor.`]
}

const NAMED_COUNT = 3

function NotEnough({
  tried,
  farCount,
}: {
  readonly tried: readonly string[]
  readonly farCount: number
}) {
  if (tried.length === 0 && farCount === 0) return null
  return (
    <p className="reason-about">
      {tried.length > 0
        ? `Searched, and did not serve it: ${listed(firstFew(tried, NAMED_COUNT))}. `
        : ''}
      {farCount > 0 ? `${farCount} more would not do even with a unit at every place.` : ''}
    </p>
  )
}
