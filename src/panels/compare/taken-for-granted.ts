import type { Matrix } from '#analysis/compare/matrix/matrix.ts'
import type { Ground } from '#analysis/ground.ts'
import type { Situation } from '#analysis/situation.ts'
import type { OperationDocument } from '#core/document.ts'
import { counted, grouped, listed } from '#core/figures.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { underText } from '#core/shocks-of.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'

/** What a course takes for granted: what people wrote, what it is tried under, the force that it starts from. */
export function assumptionsOf(document: OperationDocument, scenario: Scenario): string[] {
  const under = underText(document, scenario.id)
  return [
    ...(scenario.assumptions ?? []),
    ...(under ? [`It is tried under ${under}: its figures are no facts.`] : []),
    ...(scenario.forceAt ? [`It starts from the force in place at ${dateTimeGroup(scenario.forceAt)}.`] : []),
  ]
}

/** What the figures of a course leave out because nobody knows it. */
export function unknownsOf(facts: {
  readonly ground: Ground | null
  readonly situation: Situation | null
  readonly matrix: Matrix | null
  readonly scenarioId: string
}): string[] {
  const { ground, situation, matrix, scenarioId } = facts
  const sentences: string[] = []
  if (ground && situation) {
    let [people, cells] = [0, 0]
    situation.need.score.forEach((score, cell) => {
      if (!Number.isNaN(score)) return
      people += ground.peopleCount[cell]!
      cells += 1
    })
    if (cells > 0) {
      sentences.push(
        `${grouped(people)} people live where need is not known; what is served there counts for nothing.`,
      )
    }
  }
  const at = matrix?.scenarioIds.indexOf(scenarioId) ?? -1
  const missing = (matrix?.rows ?? []).filter(({ cells }) => cells[at]?.value === null)
  if (at >= 0 && missing.length > 0) {
    const names = missing.map(({ criterion }) => criterion.name)
    sentences.push(
      `${counted(missing.length, 'criterion has', 'criteria have')} no value for it: ${listed(names)}.`,
    )
  }
  return sentences
}
