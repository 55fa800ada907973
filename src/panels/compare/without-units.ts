import { postureOf } from '#analysis/compare/posture.ts'
import { rowsOfScenario } from '#core/commands/row-fault.ts'
import type { OperationDocument } from '#core/document.ts'
import { forceOf } from '#core/force-at.ts'
import type { Base } from '#core/records/base.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { underText } from '#core/shocks-of.ts'
import { movementOf } from '#state/desk/document-inputs.ts'

/**
 * What keeps a course from reaching anybody, in sentences: nobody stands anywhere in it, be it that its
 * force is empty, that its postings bring nobody, or that what it is tried under takes every base.
 */
export function withoutUnits(
  document: OperationDocument,
  scenarios: readonly Scenario[],
): readonly string[] {
  const resourceTypes = [...document.tables.resourceTypes.values()]
  return scenarios.flatMap(({ id, name, forceAt }) => {
    const force = forceOf(document, id)
    const { operation, bases } = movementOf({ document }, id)
    const postings = rowsOfScenario(document, 'postings', id)
    const { units } = force
    const isHeldFrom = (standing: readonly Base[]) =>
      postureOf({ operation, bases: standing, units, resourceTypes, postings }).heldPlaces.size > 0
    if (isHeldFrom(bases)) return []
    if (isHeldFrom(force.bases)) {
      const under = underText(document, id) ?? 'what it is tried under'
      return [
        `${name}: no unit is left in place under ${under}, so nobody is reached in it; need met counts patrols of the past. Post some elsewhere in Plan.`,
      ]
    }
    const empty = forceAt ? 'no unit is in place when it starts' : 'no unit is in place'
    const none = forceAt || units.length > 0 ? empty : 'it has no units'
    const why = postings.length > 0 ? `${none}, and its postings bring nobody` : none
    return [
      `${name}: ${why}, so nobody is reached in it; need met counts patrols of the past. Add units in Zones, or post some in Plan.`,
    ]
  })
}
