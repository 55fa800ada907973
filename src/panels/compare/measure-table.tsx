import { differenceShown, isNoChange, measureShown } from '#analysis/compare/measure-text.ts'
import type { MeasureDifference } from '#analysis/compare/scenario-measures.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { CoaMark, StatusMark } from '#ui/widgets/marks.tsx'
import { Figure } from '#ui/widgets/paper.tsx'
import { UnderChip } from '../scenarios/under-chip.tsx'

/** Measures with their definitions: both values raw, the difference, and which is better. */
export function MeasureTable(props: {
  readonly measures: readonly MeasureDifference[]
  readonly before: Scenario
  readonly after: Scenario
}) {
  const telling = props.measures.filter(({ difference, unit }) => !isNoChange(difference, unit))
  const same = props.measures.filter(({ difference, unit }) => isNoChange(difference, unit))
  return (
    <>
      <table className="measures">
        <caption className="visually-hidden">
          Measures of {props.before.name} and {props.after.name}
        </caption>
        <thead>
          <tr>
            <th scope="col">
              Criterion and what it measures
              <span className="measure-key">
                <StatusMark status="good" /> better <StatusMark status="bad" /> worse
              </span>
            </th>
            <ScenarioHead scenario={props.before} />
            <ScenarioHead scenario={props.after} isChosen />
            <th scope="col" className="number">
              Difference
            </th>
          </tr>
        </thead>
        <tbody>
          {telling.map((measure) => (
            <MeasureRow key={measure.id} measure={measure} />
          ))}
        </tbody>
      </table>
      {same.length > 0 ? (
        <details className="measures-same">
          <summary>
            {same.length} criteria that do not discriminate are folded:{' '}
            {same.map(({ name }) => name.toLowerCase()).join(', ')}
          </summary>
          <table className="measures">
            <tbody>
              {same.map((measure) => (
                <MeasureRow key={measure.id} measure={measure} />
              ))}
            </tbody>
          </table>
        </details>
      ) : null}
    </>
  )
}

function ScenarioHead({
  scenario,
  isChosen,
}: {
  readonly scenario: Scenario
  readonly isChosen?: boolean
}) {
  return (
    <th scope="col" className="measure-coa" data-chosen={isChosen || undefined}>
      <CoaMark scenario={scenario} /> {scenario.name}
      <span className="measure-title" title={scenario.title}>
        {scenario.title}
      </span>
      <UnderChip scenarioId={scenario.id} />
    </th>
  )
}

function MeasureRow({ measure }: { readonly measure: MeasureDifference }) {
  const { name, definition, a, b, difference, unit, better } = measure
  return (
    <tr>
      <th scope="row">
        {name}
        <span className="measure-definition">{definition}</span>
      </th>
      <td className="number" data-better={better === 'a' || undefined}>
        <Figure {...measureShown(a.value, unit)} />
        {a.note ? <span className="measure-note">{a.note}</span> : null}
      </td>
      <td className="number" data-better={better === 'b' || undefined} data-chosen>
        <Figure {...measureShown(b.value, unit)} />
        {b.note ? <span className="measure-note">{b.note}</span> : null}
      </td>
      <td className="number measure-difference">
        {isNoChange(difference, unit) ? (
          <span className="light">no change</span>
        ) : (
          <>
            {better ? (
              <StatusMark
                status={better === 'b' ? 'good' : 'bad'}
                word={better === 'b' ? 'better' : 'worse'}
              />
            ) : null}{' '}
            <Figure {...differenceShown(difference, unit)} />
          </>
        )}
      </td>
    </tr>
  )
}
