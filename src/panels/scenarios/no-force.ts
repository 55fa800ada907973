import { postureOf } from '#analysis/compare/posture.ts'
import { baselineOf, type OperationDocument } from '#core/document.ts'
import { forceOf } from '#core/force-at.ts'
import { movementOf, postingsOf } from '#state/desk/document-inputs.ts'

/** That nobody stands anywhere in a scenario, so that it reaches nobody; null: somebody does. */
export function noForceText(document: OperationDocument, scenarioId: string | null): string | null {
  const { scenarios, resourceTypes } = document.tables
  const scenario = scenarios.get(scenarioId ?? '') ?? baselineOf(document)
  if (!scenario) return null
  const { heldPlaces } = postureOf({
    ...movementOf({ document }, scenario.id),
    units: forceOf(document, scenario.id).units,
    postings: postingsOf(document, scenario.id),
    resourceTypes: [...resourceTypes.values()],
  })
  return heldPlaces.size > 0
    ? null
    : `${scenario.name} has no units in place, so nobody is in reach.`
}
