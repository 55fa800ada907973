import { useState } from 'react'
import { counted, decimal, NOTHING, percent } from '#core/figures.ts'
import type { HowSure, SureOfPosting } from '#planner/choices/how-sure.ts'
import type { Plan } from '#planner/plan.ts'
import { useResults, useRoom, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { isCarried, usePlacePosition } from '../accepted.ts'
import { keyOf, pointsBetween } from '../how-sure-text.ts'
import { AnswerState } from './weighed.tsx'

/** How much of the plan stays when need is drawn anew within what is not known of it. */
export function HowSureChoice({ plan }: { readonly plan: Plan }) {
  const answer = useResults((state) => state.choices.howSure)
  const { value } = answer
  return (
    <>
      <AnswerState
        answer={answer}
        planHash={plan.planHash}
        question={{ kind: 'howSure' }}
        about="Draws need 40 times between the best and the worst that missing data allow, plans again for each draw, and counts which postings stay. Some seconds."
      />
      {value ? <Sure found={value} plan={plan} /> : null}
    </>
  )
}

const SHOWN_AT_FIRST = 10

/** What only carries others goes with them, and has no line of its own. */
function Sure({ found, plan }: { readonly found: HowSure; readonly plan: Plan }) {
  const { screen } = useRoom()
  const [isWhole, setWhole] = useState(false)
  const positionOf = usePlacePosition()
  const pick = useScreen(({ planView }) => (planView.kind === 'howSure' ? planView.pick : null))
  const numbers = new Map(
    plan.postings.flatMap((posting, index) =>
      isCarried(posting) ? [] : [[keyOf(posting), index + 1] as const],
    ),
  )
  const carriers = new Set(plan.postings.filter(isCarried).map(keyOf))
  const own = found.postings.filter((posting) => !carriers.has(keyOf(posting)))
  const least = own.sort((a, b) => a.keptShare - b.keptShare)
  const shown = isWhole ? least : least.slice(0, SHOWN_AT_FIRST)
  if (least.length === 0) return <p className="choice-about">The plan posts nothing.</p>
  const open = (posting: SureOfPosting) => {
    const key = keyOf(posting)
    const centre = positionOf(posting.placeId)
    screen.setState({
      planView: { kind: 'howSure', pick: pick === key ? null : key },
      selection: null,
      ...(centre && pick !== key ? { flight: { centre, zoom: null } } : {}),
    })
  }
  return (
    <>
      <p className="choice-about">{planSentence(found)}</p>
      {found.wasStopped ? (
        <p className="choice-about">
          Stopped after {counted(found.drawCount, 'draw')}: shares are rough.
        </p>
      ) : null}
      <div className="choice-columns sure-columns" aria-hidden>
        <span />
        <span>least sure first</span>
        <span>kept in</span>
        <span>gain alone, pts</span>
      </div>
      <ul className="choice-list">
        {shown.map((posting) => (
          <li key={keyOf(posting)} data-open={pick === keyOf(posting) || undefined}>
            <button
              type="button"
              className="choice-line sure-columns"
              aria-label={`${posting.count} ${posting.typeName} to ${posting.placeName}: kept in ${percent(posting.keptShare)} % of draws`}
              aria-pressed={pick === keyOf(posting)}
              onClick={() => open(posting)}
            >
              <span className="disc">{numbers.get(keyOf(posting)) ?? NOTHING}</span>
              <span className="sure-what">
                <span className="choice-name" title={posting.placeName}>
                  {posting.placeName}
                </span>
                <span className="sure-type">
                  {posting.count} × {posting.typeName}
                </span>
              </span>
              <span className="sure-share">
                <i style={{ width: `${40 * posting.keptShare}px` }} />
                {percent(posting.keptShare)} %
              </span>
              <span>{pointsBetween(posting.gainPoints)}</span>
            </button>
          </li>
        ))}
      </ul>
      {least.length > shown.length ? (
        <Button look="text" onPress={() => setWhole(true)}>
          All {least.length}
        </Button>
      ) : null}
    </>
  )
}

/** What the whole plan gains over the draws, and what another one would have over it. */
function planSentence({ gainPoints, regretPoints, drawCount }: HowSure): string {
  const [median, high] = regretPoints
  const regret =
    high < 0.05
      ? 'In no draw would another plan be worth noticeably more.'
      : `A plan made for a draw is worth ${median < 0.05 ? 'next to nothing' : `${decimal(median)} points`} more in the middle, ${decimal(high)} points in the worst twentieth.`
  const gain = `Over ${counted(drawCount, 'draw')} of need the plan gains ${pointsBetween(gainPoints)} points.`
  return `${gain} ${regret}`
}
