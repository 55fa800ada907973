import { oftenText } from '#analysis/compare/stress/often-text.ts'
import type { StressAnswer } from '#analysis/compare/stress/stress.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { CoaMark } from '#ui/widgets/marks.tsx'

/** How often each county stays under the floor, by COA. */
export function CountyTable(props: {
  readonly answer: StressAnswer
  readonly scenarios: readonly Scenario[]
}) {
  const { underserved, drawCount } = props.answer
  if (underserved.length === 0) {
    return (
      <p className="stress-note">
        No county falls under the floor in any {drawCount > 0 ? 'draw of any future' : 'future'}.
      </p>
    )
  }
  return (
    <table className="stress-figures">
      <caption className="visually-hidden">
        Share of {drawCount > 0 ? 'draws and futures' : 'futures'} in which a county stays under the
        floor
      </caption>
      <thead>
        <tr>
          <th scope="col">Share of {drawCount > 0 ? 'draws and futures' : 'futures'}</th>
          {props.scenarios.map((scenario) => (
            <th key={scenario.id} scope="col" className="number" title={scenario.name}>
              <CoaMark scenario={scenario} /> {scenario.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {underserved.map(({ areaIndex, name, shares }) => (
          <tr key={areaIndex}>
            <th scope="row">{name}</th>
            {props.scenarios.map(({ id }, c) => (
              <td key={id} className="number">
                <span className="stress-often">
                  <i style={{ width: `${100 * (shares[c] || 0)}%` }} />
                </span>
                {oftenText(shares[c]!)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
