import type { Scenario } from '#core/records/scenario.ts'
import { MatrixHead } from './matrix-head.tsx'
import './matrix.css'

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

/** The matrix while its first figures are worked out: as high as it will be, so that nothing jumps. */
export function MatrixSkeleton(props: {
  readonly scenarios: readonly Scenario[]
  readonly proposedId: string | null
  readonly onPropose: (scenarioId: string) => void
}) {
  return (
    <table className="matrix" data-courses={props.scenarios.length} aria-busy>
      <caption className="visually-hidden">Courses of action, being worked out</caption>
      <MatrixHead {...props} />
      <tbody aria-hidden>
        {ROWS.map((row) => (
          <tr key={row} className="matrix-waiting">
            <td>
              <i />
            </td>
            <td className="matrix-benchmark" />
            <td className="matrix-weight" />
            {props.scenarios.map(({ id }) => (
              <td
                key={id}
                className="matrix-cell"
                data-proposed={id === props.proposedId || undefined}
              >
                <i />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
