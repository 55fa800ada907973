import type { ReactNode } from 'react'
import { grouped, signed } from '#core/figures.ts'
import type { PlanPosting } from '#planner/plan.ts'
import { Figure } from '#ui/widgets/paper.tsx'
import { Toggle } from '#ui/widgets/toggle.tsx'
import { Reasons } from './reasons.tsx'

/** One suggestion: where, who from where, what it adds, and whether it is accepted. */
export function SuggestionRow(props: {
  readonly number: number
  readonly posting: PlanPosting
  readonly planHash: string
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
          <Reasons posting={posting} planHash={props.planHash} />
          {isAdded ? null : props.override}
        </>
      ) : null}
    </li>
  )
}

function whatText({ count, typeName }: PlanPosting): string {
  return count === 1 ? typeName : `${grouped(count)} × ${typeName}`
}

function originText({ fromName }: PlanPosting): string {
  return fromName === null ? 'from stock' : `from ${fromName}`
}
