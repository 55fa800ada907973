import { drawnOf } from '#analysis/compare/matrix/material.ts'
import type { CompareMeasure } from '#analysis/compare/measures/measure.ts'
import { COMPARE_MEASURES } from '#analysis/compare/measures/registry.ts'
import type { Comparison } from '#analysis/compare/scenario-measures.ts'
import { plainText } from '#analysis/compare/words/phrase.ts'
import { argumentTexts, type PairSentences, pairRows, valuesOf } from './compare-rows.ts'
import type { Compared } from './compared.ts'

/** What changes from the first to the second. */
export function pairJson(
  compared: Compared,
  comparison: Comparison,
  { changes, argument }: PairSentences,
): string {
  const [a, b] = compared.names
  const [underA, underB] = compared.under
  const { gainedPeopleCount, lostPeopleCount, counties } = comparison
  const { cells } = compared.terms.baseline.input.ground.grid
  const difference = cells.flatMap((cell, i) => {
    const change = comparison.difference[i] ?? Number.NaN
    return Number.isNaN(change) ? [] : [{ cell, needMetChange: Math.round(change * 1e4) / 1e4 }]
  })
  const [forceA, forceB] = compared.forceAt
  const head = {
    scenarios: { a, b },
    under: { a: underA, b: underB },
    forceAt: { a: forceA, b: forceB },
  }
  const measures = pairRows(compared).map((row) => ({
    ...row,
    scale: compared.figures.scales[row.id],
  }))
  const parts = { gainedPeopleCount, lostPeopleCount, counties, measures, difference }
  const said = { changes: changes.map(plainText), ...argumentTexts(argument) }
  return JSON.stringify({ ...head, ...parts, ...said }, null, 1)
}

/** Every scenario by every measure. */
export function severalJson(compared: Compared): string {
  const { names, under, forceAt, figures, ranges } = compared
  const scenarioIds = compared.courses.map(({ scenarioId }) => scenarioId)
  const measures = COMPARE_MEASURES.map((measure) => {
    const { id, name, definition, unit, isHighGood } = measure
    const drawn = drawnOf(ranges, id, scenarioIds)
    const values = valuesOf(compared, measure).map((value, course) => ({
      ...value,
      range: drawn.rangeOf(course),
    }))
    return { id, name, definition, unit, isHighGood, scale: figures.scales[id], values }
  })
  const draws = { drawCount: ranges.drawCount, seed: ranges.seed }
  return JSON.stringify(
    { scenarios: names, under, forceAt, kappa: figures.kappa, draws, measures },
    null,
    1,
  )
}

/** The records behind one measure, scenario by scenario. */
export function partsJson(compared: Compared, measure: CompareMeasure): string {
  const { id, name, definition, unit } = measure
  const values = valuesOf(compared, measure)
  const scenarios = compared.courses.map((course, at) => ({
    scenario: compared.names[at],
    under: compared.under[at],
    forceAt: compared.forceAt[at],
    ...values[at],
    ...measure.parts(course, compared.terms),
  }))
  return JSON.stringify({ measure: { id, name, definition, unit }, scenarios }, null, 1)
}
