import type { ReactNode } from 'react'
import type { Scenario } from '#core/records/scenario.ts'
import { CoaMark, StatusMark } from '#ui/widgets/marks.tsx'
import { ChangedMark } from '../../scenarios/changed-notice.tsx'
import { UnderChip } from '../../scenarios/under-chip.tsx'

const KEY = [
  ['good', 'meets'],
  ['watch', 'within 10 %'],
  ['bad', 'misses it'],
] as const

/** The heads: what a row is, and a button for each course that makes it the proposed one. */
export function MatrixHead(props: {
  readonly scenarios: readonly Scenario[]
  readonly proposedId: string | null
  readonly onPropose: (scenarioId: string) => void
  /** In place of the word. */
  readonly weightHead?: ReactNode
}) {
  const keys = props.scenarios.filter(({ isBaseline }) => !isBaseline)
  return (
    <thead>
      <tr>
        <th scope="col" className="matrix-what">
          Criterion and what it measures
          <span className="matrix-key">
            {KEY.map(([status, words]) => (
              <span key={status}>
                <span aria-hidden>
                  <StatusMark status={status} />
                </span>{' '}
                {words}
              </span>
            ))}
          </span>
        </th>
        <th scope="col" className="matrix-benchmark number">
          Benchmark
        </th>
        <th scope="col" className="matrix-weight number">
          {props.weightHead ?? 'Weight'}
        </th>
        {props.scenarios.map((scenario) => (
          <CourseHead
            key={scenario.id}
            scenario={scenario}
            keyNumber={1 + keys.indexOf(scenario)}
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
  /** The key that proposes it. */
  readonly keyNumber: number
  readonly isProposed: boolean
  readonly onPropose: (scenarioId: string) => void
}) {
  const { scenario, isProposed, keyNumber } = props
  const { name, title, isBaseline } = scenario
  const about = title ? `${name}: ${title}` : name
  const words = (
    <>
      <span className="matrix-course-name">
        <CoaMark scenario={scenario} /> <span>{name}</span>
        <ChangedMark scenario={scenario} />
      </span>
      {scenario.shockIds.length > 0 || scenario.forceAt ? (
        <UnderChip scenarioId={scenario.id} isNarrow />
      ) : isShort(name) ? (
        <span className="matrix-course-title">{title}</span>
      ) : null}
    </>
  )
  return (
    <th scope="col" className="matrix-course" data-proposed={isProposed || undefined}>
      {isBaseline && !isProposed ? (
        <div className="matrix-course-head" title={about}>
          {words}
        </div>
      ) : (
        <button
          type="button"
          className="matrix-course-head"
          aria-pressed={isProposed}
          aria-keyshortcuts={String(keyNumber)}
          title={`${about}. ${isProposed ? 'This one is proposed' : `Propose this one (${keyNumber})`}`}
          onClick={() => props.onPropose(scenario.id)}
        >
          {words}
        </button>
      )}
    </th>
  )
}

/** It stands in one line of a narrow column; longer names take two, and what they are about is in their title. */
function isShort(name: string): boolean {
  return name.length <= 11
}
