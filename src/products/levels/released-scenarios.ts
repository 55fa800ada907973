import { baselineOf, type OperationDocument } from '#core/document.ts'
import type { ReleaseLevel } from '#core/records/deck.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { sinceVerdict, verdictsInOrder } from '#core/verdicts-of.ts'

/**
 * Scenarios that readers of a level may know. The staff know all. A course of action that nobody approved
 * is a plan: partners know the one that was approved last, as long as it is as it was then, and the
 * public knows the current posture alone.
 */
export function releasedScenarios(
  document: OperationDocument,
  level: ReleaseLevel,
): readonly Scenario[] {
  if (level === 'internal') return [...document.tables.scenarios.values()]
  const baseline = baselineOf(document)
  const approved = level === 'partners' ? approvedScenario(document) : null
  return [baseline, approved].filter((scenario) => scenario !== null)
}

/** What was approved last and is unchanged since; null: nothing is. */
function approvedScenario(document: OperationDocument): Scenario | null {
  const verdict = verdictsInOrder(document).find(({ kind }) => kind === 'approved')
  if (!verdict || sinceVerdict(document, verdict).isPlanChanged) return null
  const scenario = document.tables.scenarios.get(verdict.scenarioId)
  return scenario && !scenario.isArchived && !scenario.isBaseline ? scenario : null
}
