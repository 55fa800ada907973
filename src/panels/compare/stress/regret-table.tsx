import { isTooFew, tooFewText } from '#analysis/compare/stress/enough-draws.ts'
import type { StressAnswer } from '#analysis/compare/stress/stress.ts'
import { hasNoEffect } from '#analysis/compare/stress/telling.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { CoaMark, StatusMark } from '#ui/widgets/marks.tsx'
import { Figure } from '#ui/widgets/paper.tsx'
import { greatestRegretShown, inFewFigures, placeInFuture, stressShown } from './stress-text.ts'

/** Regret of every COA in every future, and four ways to say who holds out best. */
export function RegretTable(props: {
  readonly answer: StressAnswer
  readonly scenarios: readonly Scenario[]
}) {
  const { answer, scenarios } = props
  const { robustness } = answer
  const { satisficingShare, threshold } = robustness
  const all = answer.futures.map((future, f) => ({ future, f, isIdle: hasNoEffect(answer, f) }))
  const told = all.filter(({ isIdle }) => !isIdle)
  const idle = all.filter(({ isIdle }) => isIdle)
  const benchmark = threshold === null ? null : stressShown(answer, threshold)
  return (
    <table className="stress-figures">
      <thead>
        <tr>
          <th scope="col">Future</th>
          {scenarios.map((scenario) => (
            <th key={scenario.id} scope="col" className="number" title={scenario.name}>
              <CoaMark scenario={scenario} /> {scenario.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {told.map(({ future, f }) => (
          <tr key={future.id}>
            <th scope="row">
              {future.name}
              <span>{future.detail}</span>
            </th>
            {scenarios.map((scenario, c) => {
              const { kind, behind, value, loss } = placeInFuture(answer, c, f)
              return (
                <td key={scenario.id} className="number" data-kind={kind}>
                  {WORDS[kind] || <Figure {...behind} />}
                  <span>
                    <Figure {...value} /> {rangeText(answer, c, f)}
                  </span>
                  {loss === null ? null : <span>{loss}</span>}
                </td>
              )
            })}
          </tr>
        ))}
        {idle.length === 0 ? null : (
          <tr>
            <td colSpan={scenarios.length + 1} className="stress-note">
              <b>No effect</b> on any COA: {idle.map(({ future }) => future.name).join(', ')}.
            </td>
          </tr>
        )}
      </tbody>
      {isTooFew(answer) ? (
        <tfoot>
          <tr>
            <td colSpan={scenarios.length + 1} className="stress-note">
              {tooFewText(answer)}
            </td>
          </tr>
        </tfoot>
      ) : (
        <tfoot>
          <Row
            name="Greatest regret"
            about="least is best (minimax regret)"
            scenarios={scenarios}
            leaders={robustness.minimaxRegretIds}
            shown={(c) => greatestRegretShown(answer, c)}
          />
          <Row
            name="Worst future"
            about="maximin"
            scenarios={scenarios}
            leaders={robustness.maximinIds}
            shown={(c) => inFewFigures(answer, robustness.worst[c]!)}
          />
          <Row
            name="Mean of all futures"
            about="Laplace: each as likely as any other"
            scenarios={scenarios}
            leaders={robustness.laplaceIds}
            shown={(c) => inFewFigures(answer, robustness.mean[c]!)}
          />
          {satisficingShare && benchmark ? (
            <Row
              name={`Meets ${benchmark.value} ${benchmark.unit}`.trim()}
              about={`the benchmark, share of ${answer.drawCount > 0 ? 'draws and futures' : 'futures'}`}
              scenarios={scenarios}
              leaders={scenarios
                .filter((_, c) => satisficingShare[c] === Math.max(...satisficingShare))
                .map(({ id }) => id)}
              shown={(c) => ({ value: String(Math.round(100 * satisficingShare[c]!)), unit: '%' })}
            />
          ) : (
            <tr>
              <td colSpan={scenarios.length + 1} className="stress-note">
                No benchmark is set for this measure, so nothing says how often enough is met. Set
                one in the matrix.
              </td>
            </tr>
          )}
        </tfoot>
      )}
    </table>
  )
}

const WORDS = {
  best: 'best',
  tie: 'tie',
  same: 'same',
  near: '',
  behind: '',
  few: '–',
  unknown: '–',
} as const

function rangeText(answer: StressAnswer, course: number, future: number): string {
  const [low, high] = answer.ranges[course]![future]!
  if (answer.drawCount === 0 || Number.isNaN(low)) return ''
  const [from, to] = [low, high].map((value) => inFewFigures(answer, value))
  const unit = from!.unit === to!.unit ? '' : ` ${from!.unit}`
  return `(${from!.value}${unit} to ${to!.value} ${to!.unit})`.replace(' )', ')')
}

/** A figure of each COA; who leads by it is marked, all of them where they tie. */
function Row(props: {
  readonly name: string
  readonly about: string
  readonly scenarios: readonly Scenario[]
  readonly leaders: readonly string[]
  readonly shown: (course: number) => { readonly value: string; readonly unit: string }
}) {
  const { leaders, scenarios } = props
  const word = leaders.length > 1 ? 'tie for best' : 'best'
  return (
    <tr>
      <th scope="row">
        {props.name}
        <span>{props.about}</span>
      </th>
      {scenarios.map(({ id }, c) => (
        <td key={id} className="number" data-leads={leaders.includes(id) || undefined}>
          {leaders.includes(id) ? <StatusMark status="good" word={word} /> : null}{' '}
          <Figure {...props.shown(c)} />
        </td>
      ))}
    </tr>
  )
}
