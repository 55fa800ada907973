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
                  <i style={{ width: `${100 * shares[c]!}%` }} />
                </span>
                {shareText(shares[c]!)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Rare is not never, and nearly always is not always. */
function shareText(share: number): string {
  if (share === 0) return 'never'
  if (share === 1) return 'always'
  const whole = Math.round(100 * share)
  return whole === 0 ? 'under 1 %' : whole === 100 ? 'over 99 %' : `${whole} %`
}
