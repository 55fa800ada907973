import { postureOf } from '#analysis/compare/posture.ts'
import { rowsOfScenario } from '#core/commands/row-fault.ts'
import { type OperationDocument, operationOf } from '#core/document.ts'
import { forceOf } from '#core/force-at.ts'
import type { Scenario } from '#core/records/scenario.ts'

/**
 * What keeps a course from reaching anybody, in sentences: nobody stands anywhere in it, be it that its
 * force is empty or that its postings bring nobody.
 */
export function withoutUnits(
  document: OperationDocument,
  scenarios: readonly Scenario[],
): readonly string[] {
  const operation = operationOf(document)
  const resourceTypes = [...document.tables.resourceTypes.values()]
  return scenarios.flatMap(({ id, name, forceAt }) => {
    const force = forceOf(document, id)
    const postings = rowsOfScenario(document, 'postings', id)
    const { heldPlaces } = postureOf({ ...force, operation, resourceTypes, postings })
    if (heldPlaces.size > 0) return []
    const empty = forceAt ? 'no unit is in place when it starts' : 'no unit is in place'
    const none = forceAt || force.units.length > 0 ? empty : 'it has no units'
    const why = postings.length > 0 ? `${none}, and its postings bring nobody` : none
    return [
      `${name}: ${why}, so nobody is reached in it; need met counts patrols of the past. Add units in Zones, or post some in Plan.`,
    ]
  })
}
