import type { Plan } from '#planner/plan.ts'
import { Section } from '#ui/widgets/paper.tsx'
import { AreaList } from './reasons/area-list.tsx'
import { ConflictSection } from './reasons/conflict.tsx'
import { LittleMore } from './reasons/little-more.tsx'
import './reasons/reasons.css'

/** What the plan leaves unmet and why, and what would help; each "why" is worked out when asked. */
export function Unmet(props: {
  readonly plan: Plan
  readonly scenarioId: string
  readonly onPlan: () => void
}) {
  const { plan } = props
  const back = plan.withdrawals.map(
    ({ count, typeName, fromName }) =>
      `${count} ${typeName} at ${fromName} to stock: that place may not hold them.`,
  )
  return (
    <>
      <ConflictSection {...props} />
      <AreaList key={plan.planHash} {...props} />
      <LittleMore plan={plan} onPlan={props.onPlan} />
      {back.length > 0 ? (
        <Section title="Goes back to stock">
          <ul className="sentences">
            {back.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  )
}
