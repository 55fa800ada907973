import { rowsOfScenario } from '#core/commands/row-fault.ts'
import type { OperationDocument } from '#core/document.ts'
import { forceOf } from '#core/force-at.ts'
import type { Scenario } from '#core/records/scenario.ts'

/** What keeps a course from reaching anybody: no units in its force, and none posted; in sentences. */
export function withoutUnits(
  document: OperationDocument,
  scenarios: readonly Scenario[],
): readonly string[] {
  return scenarios.flatMap(({ id, name, forceAt }) => {
    if (forceOf(document, id).units.length > 0) return []
    if (rowsOfScenario(document, 'postings', id).length > 0) return []
    const why = forceAt ? 'no unit is in place when it starts' : 'it has no units'
    return [
      `${name}: ${why}, so nobody is reached in it. Add units in Zones, or post some in Plan.`,
    ]
  })
}
