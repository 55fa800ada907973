import type { ReactNode } from 'react'
import { decimal, durationText, grouped, signed } from '#core/figures.ts'
import type { PlanPosting } from '#planner/plan.ts'
import { Figure } from '#ui/widgets/paper.tsx'
import { Toggle } from '#ui/widgets/toggle.tsx'

/** One suggestion: where, who from where, what it adds, and whether it is accepted. */
export function SuggestionRow(props: {
  readonly number: number
  readonly posting: PlanPosting
  /** What carries it and goes along. */
  readonly carriers: readonly PlanPosting[]
  readonly isOpen: boolean
  readonly isAccepted: boolean
  /** It is in the COA already. */
  readonly isAdded: boolean
  /** What a person decided instead, in a word; null: it is open. */
  readonly decidedWord: string | null
  /** What can be decided instead, under the reasons. */
  readonly override: ReactNode
  readonly onOpen: () => void
  readonly onAccept: (isAccepted: boolean) => void
}) {
  const { posting, carriers, isOpen, isAccepted, isAdded } = props
  const what = whatText(posting)
  return (
    <li className="suggestion" data-open={isOpen || undefined}>
      <div className="suggestion-row">
        <button
          type="button"
          className="suggestion-head"
          aria-expanded={isOpen}
          onClick={props.onOpen}
        >
          <span className="disc" data-filled={isAccepted || isAdded || undefined}>
            {props.number}
          </span>
          <span className="suggestion-what">
            <span className="suggestion-place" title={posting.placeName}>
              {posting.placeName}
            </span>
            <span className="suggestion-from">
              {what} {originText(posting)}
            </span>
            {carriers.map((carrier) => (
              <span key={`${carrier.typeId}/${carrier.fromPlaceId}`} className="suggestion-from">
                with {whatText(carrier)} {originText(carrier)}
              </span>
            ))}
          </span>
          <span className="suggestion-gain">
            <Figure value={signed(posting.gainPoints, 1)} unit="pts" />
          </span>
        </button>
        {isAdded || props.decidedWord ? (
          <span className="light suggestion-added">{props.decidedWord ?? 'added'}</span>
        ) : (
          <Toggle
            label={`Accept ${what} to ${posting.placeName}`}
            isOn={isAccepted}
            onChange={props.onAccept}
          />
        )}
      </div>
      {isOpen ? (
        <>
          <Reasons posting={posting} />
          {isAdded ? null : props.override}
        </>
      ) : null}
    </li>
  )
}

function sentence(effect: string): string {
  return `${effect.charAt(0).toUpperCase()}${effect.slice(1)}.`
}

function whatText({ count, typeName }: PlanPosting): string {
  return count === 1 ? typeName : `${grouped(count)} × ${typeName}`
}

function originText({ fromName }: PlanPosting): string {
  return fromName === null ? 'from stock' : `from ${fromName}`
}

function Reasons({ posting }: { readonly posting: PlanPosting }) {
  const { newCover, runnerUp, lossWithoutPoints } = posting
  const [first] = newCover.cells
  return (
    <dl className="reasons">
      <dt>Why here</dt>
      <dd>{sentence(posting.effect)}</dd>
      {first ? (
        <>
          <dt>Newly in reach</dt>
          <dd>
            {newCover.cells
              .slice(0, 3)
              .map(({ name, minutes }) => `${name} in ${durationText(minutes)}`)
              .join(', ')}
          </dd>
        </>
      ) : null}
      <dt>Runner-up</dt>
      <dd>
        {runnerUp
          ? runnerUp.lossPoints < 0.05
            ? `${runnerUp.name} is as good.`
            : `${runnerUp.name} would cost ${decimal(runnerUp.lossPoints)} points.`
          : 'No other place would take these units.'}
      </dd>
      <dt>Without it</dt>
      <dd>
        {lossWithoutPoints < 0.05
          ? 'The rest of the plan covers nearly all of it: the easiest to leave out.'
          : `The plan loses ${decimal(lossWithoutPoints)} points, all else kept.`}
      </dd>
    </dl>
  )
}
