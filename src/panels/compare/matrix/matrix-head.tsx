import type { Scenario } from '#core/records/scenario.ts'
import { CoaMark, StatusMark } from '#ui/widgets/marks.tsx'
import { UnderChip } from '../../scenarios/under-chip.tsx'

/** The heads: what a row is, and a button for each course that makes it the proposed one. */
export function MatrixHead(props: {
  readonly scenarios: readonly Scenario[]
  readonly proposedId: string | null
  readonly onPropose: (scenarioId: string) => void
}) {
  return (
    <thead>
      <tr>
        <th scope="col" className="matrix-what">
          Criterion and what it measures
          <span className="matrix-key">
            <span>
              <StatusMark status="good" word="" /> meets
            </span>
            <span>
              <StatusMark status="watch" word="" /> within 10 %
            </span>
            <span>
              <StatusMark status="bad" word="" /> misses benchmark
            </span>
          </span>
        </th>
        <th scope="col" className="matrix-benchmark number">
          Benchmark
        </th>
        <th scope="col" className="matrix-weight number">
          Weight
        </th>
        {props.scenarios.map((scenario, i) => (
          <CourseHead
            key={scenario.id}
            scenario={scenario}
            place={i + 1}
            isProposed={scenario.id === props.proposedId}
            onPropose={props.onPropose}
          />
        ))}
      </tr>
    </thead>
  )
}

function CourseHead(props: {
  readonly scenario: Scenario
  readonly place: number
  readonly isProposed: boolean
  readonly onPropose: (scenarioId: string) => void
}) {
  const { scenario, isProposed } = props
  return (
    <th scope="col" className="matrix-course" data-proposed={isProposed || undefined}>
      <button
        type="button"
        aria-pressed={isProposed}
        title={`${scenario.name}${scenario.title ? `: ${scenario.title}` : ''}. ${isProposed ? 'This one is proposed' : 'Propose this one'} (${props.place})`}
        onClick={() => props.onPropose(scenario.id)}
      >
        <span className="matrix-course-name">
          <CoaMark scenario={scenario} /> <span>{scenario.name}</span>
        </span>
        {scenario.shockIds.length > 0 ? (
          <UnderChip scenarioId={scenario.id} />
        ) : (
          <span className="matrix-course-title">{scenario.title}</span>
        )}
      </button>
    </th>
  )
}
