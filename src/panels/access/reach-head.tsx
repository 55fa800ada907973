import type { ReactNode } from 'react'
import type { PeopleReached } from '#analysis/compare/reach-of-people.ts'
import { durationText, peopleInFull, signed } from '#core/figures.ts'
import { Failed } from '#ui/widgets/states.tsx'
import { useReach } from './use-reach.ts'

/** People within the standard, beyond it and out of reach, each against before the edit in hand. */
export function ReachHead(props: {
  readonly isEditing: boolean
  readonly standardMinutes: number
  /** What there is to say of the restriction in hand. */
  readonly children?: ReactNode
}) {
  const { now, before, isBeforeReset, isStale, error } = useReach(props.isEditing)
  const rows: readonly { readonly name: string; readonly of: keyof PeopleReached }[] = [
    { name: `Within ${durationText(props.standardMinutes)}`, of: 'withinCount' },
    { name: 'In reach, later than that', of: 'beyondCount' },
    { name: 'Out of reach', of: 'outOfReachCount' },
  ]
  if (error) return <Failed sentence={error} />
  return (
    <section
      className="section access-reach"
      aria-label="People by reach"
      aria-busy={isStale}
      data-compared={before !== null || undefined}
    >
      <div className="section-head">
        <h3 className="section-title">People a unit reaches</h3>
        <span className="section-aside" role="status">
          {isStale ? 'working out …' : before ? AGAINST[isBeforeReset ? 'setting' : 'edit'] : ''}
        </span>
      </div>
      <dl className="access-figures" data-old={isStale || undefined}>
        {rows.map(({ name, of }) => (
          <div key={of} className="access-figure">
            <dt>{name}</dt>
            <dd className="number">{peopleInFull(now?.[of] ?? Number.NaN)}</dd>
            {before ? (
              <dd className="number access-change">
                {now ? changeText(now[of] - before[of]) : ''}
              </dd>
            ) : null}
          </div>
        ))}
      </dl>
      {props.children}
      {now && before && !isStale && cutsAllOff(now, before) ? (
        <p className="access-warning" role="alert">
          Nobody is in reach of any unit under this; check its outline.
        </p>
      ) : null}
    </section>
  )
}

const AGAINST = {
  edit: 'and against before this edit',
  setting: 'and against when the setting changed',
} as const

function changeText(change: number): string {
  return Math.abs(change) < 0.5 ? 'no change' : signed(change)
}

function cutsAllOff(now: PeopleReached, before: PeopleReached): boolean {
  const reached = ({ withinCount, beyondCount }: PeopleReached) => withinCount + beyondCount
  return reached(now) === 0 && reached(before) > 0
}
