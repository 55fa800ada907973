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

/** Where fewer than two criteria tell the courses apart. */
const FALLBACK = ['needMet', 'cost'] as const

/** What one thing costs in another: courses by any two criteria. */
export const ParetoSection = memo(function ParetoSection(props: {
  readonly matrix: Matrix
  readonly scenarios: readonly Scenario[]
  readonly proposedId: string | null
  readonly onPropose: (scenarioId: string) => void
}) {
  const { matrix, scenarios } = props
  const [acrossId, setAcross] = useState<string | null>(null)
  const [upId, setUp] = useState<string | null>(null)
  const rowOf = (id: string | null) => matrix.rows.find(({ criterion }) => criterion.id === id)
  const [firstUp, firstAcross] = twoFirst(matrix)
  const up = rowOf(upId) ?? firstUp
  const across = rowOf(acrossId) ?? firstAcross
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

/** The first two criteria that weigh and tell the courses apart; a person may choose any others. */
function twoFirst({ rows }: Matrix): readonly (MatrixRow | undefined)[] {
  const telling = rows.filter(({ criterion, isTelling }) => criterion.weight > 0 && isTelling)
  const usual = FALLBACK.flatMap((id) => rows.find((row) => row.criterion.measureId === id) ?? [])
  return [...new Set([...telling, ...usual, ...rows])].slice(0, 2)
}

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
        ? `, beaten by ${nameOf(point.dominatedById)} in all that weighs: nowhere better, and worse in one at least`
        : point.beatenById !== null
          ? `, beaten by ${nameOf(point.beatenById)} in these two: no better in either, and worse in one`
          : ''
    return `${nameOf(point.scenarioId)}: ${values}${by}.`
  })
  const missing = scenarios.filter(({ id }) => points.every(({ scenarioId }) => scenarioId !== id))
  return missing.length === 0
    ? each
    : [...each, `No value for ${listed(missing.map(({ name }) => name))}.`]
}
