import type { OperationDocument } from '#core/document.ts'
import { counted, listed } from '#core/figures.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { underText } from '#core/shocks-of.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import type { Matrix, MatrixRow } from '../matrix/matrix.ts'

/** What a course takes for granted: what people wrote, what it is tried under, the force that it starts from. */
export function assumptionsOf(document: OperationDocument, scenario: Scenario): string[] {
  const under = underText(document, scenario.id)
  const { forceAt } = scenario
  return [
    ...(scenario.assumptions ?? []),
    ...(under ? [`It is tried under ${under}: its figures are no facts.`] : []),
    ...(forceAt ? [`It starts from the force in place at ${dateTimeGroup(forceAt)}.`] : []),
  ]
}

/** The criteria that say nothing of a course, in a sentence; none where all have a value. */
export function unjudgedOf(matrix: Matrix | null, scenarioId: string): string[] {
  return missingText(matrix, scenarioId, () => true)
}

/** The same of measures alone: the argument names what nobody has judged. */
export function unsaidOf(matrix: Matrix | null, scenarioId: string): string[] {
  return missingText(
    matrix,
    scenarioId,
    ({ criterion }) => criterion.measureId !== null || criterion.weight === 0,
  )
}

function missingText(
  matrix: Matrix | null,
  scenarioId: string,
  isMeant: (row: MatrixRow) => boolean,
): string[] {
  const at = matrix?.scenarioIds.indexOf(scenarioId) ?? -1
  const missing = (matrix?.rows ?? []).filter(
    (row) => isMeant(row) && row.cells[at]?.value === null,
  )
  if (at < 0 || missing.length === 0) return []
  const names = missing.map(({ criterion }) => criterion.name)
  return [
    `${counted(missing.length, 'criterion has', 'criteria have')} no value for it: ${listed(names)}.`,
  ]
}
