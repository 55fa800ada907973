import { memo, useState } from 'react'
import type { Matrix, MatrixRow } from '#analysis/compare/matrix/matrix.ts'
import { listed } from '#core/figures.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { Section } from '#ui/widgets/paper.tsx'
import { Pick } from '#ui/widgets/pick.tsx'
import { Empty } from '#ui/widgets/states.tsx'
import { cellText } from '../matrix/cell-text.ts'
import { ParetoChart } from './pareto-chart.tsx'
import { type ParetoPoint, paretoPoints } from './pareto-points.ts'
import './pareto.css'

const FIRST = { across: 'cost', up: 'needMet' }

/** What one thing costs in another: courses by any two criteria. */
export const ParetoSection = memo(function ParetoSection(props: {
  readonly matrix: Matrix
  readonly scenarios: readonly Scenario[]
  readonly proposedId: string | null
  readonly onPropose: (scenarioId: string) => void
}) {
  const { matrix, scenarios } = props
  const [acrossId, setAcross] = useState(FIRST.across)
  const [upId, setUp] = useState(FIRST.up)
  const rowOf = (id: string) =>
    matrix.rows.find(({ criterion }) => criterion.measureId === id || criterion.id === id)
  const across = rowOf(acrossId) ?? matrix.rows[0]
  const up = rowOf(upId) ?? matrix.rows[1] ?? matrix.rows[0]
  if (!across || !up) return null
  const choices = matrix.rows.map(({ criterion: { id, name } }) => ({ id, name }))
  const points = paretoPoints(matrix, across, up)
  const says = saysOf(points, { across, up }, scenarios)
  return (
    <Section
      title="What one thing costs in another"
      aside={
        <span className="pareto-picks">
          <Pick
            label="Measure going up"
            choices={choices}
            value={up.criterion.id}
            onChange={setUp}
          />{' '}
          by{' '}
          <Pick
            label="Measure going across"
            choices={choices}
            value={across.criterion.id}
            onChange={setAcross}
          />
        </span>
      }
    >
      {points.length === 0 ? (
        <Empty>No COA has a value for both of these; choose others above.</Empty>
      ) : (
        <div className="pareto-columns">
          <ParetoChart {...props} points={points} across={across} up={up} says={says.join(' ')} />
          <ul className="pareto-says">
            {says.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  )
})

/** The chart in sentences, a course each. */
function saysOf(
  points: readonly ParetoPoint[],
  { across, up }: { readonly across: MatrixRow; readonly up: MatrixRow },
  scenarios: readonly Scenario[],
): string[] {
  const nameOf = (id: string) => scenarios.find((each) => each.id === id)?.name ?? 'another'
  const each = points.map((point) => {
    const values = `${cellText(point.y, up.criterion)} at ${cellText(point.x, across.criterion)}`
    const by =
      point.dominatedById !== null
        ? `, dominated by ${nameOf(point.dominatedById)}: it is no better in anything that weighs`
        : point.beatenById !== null
          ? `, and ${nameOf(point.beatenById)} is as good or better in both`
          : ''
    return `${nameOf(point.scenarioId)}: ${values}${by}.`
  })
  const missing = scenarios.filter(({ id }) => points.every(({ scenarioId }) => scenarioId !== id))
  return missing.length === 0
    ? each
    : [...each, `No value for ${listed(missing.map(({ name }) => name))}.`]
}
