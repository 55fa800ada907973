import { distinctly } from '#core/distinct-names.ts'
import type { OperationDocument } from '#core/document.ts'
import type { PageCoa } from '#core/records/page.ts'
import { asLine } from './as-line.ts'

/** Courses of action as a page names them; those that are gone are left out. */
export function pageCoas(
  document: OperationDocument,
  scenarioIds: readonly (string | null)[],
): PageCoa[] {
  return scenarioIds.flatMap((id) => {
    const scenario = document.tables.scenarios.get(id ?? '')
    if (!scenario) return []
    const { name, number, isBaseline } = distinctly(document, scenario)
    return [
      {
        scenarioId: scenario.id,
        name: asLine(name),
        number: isBaseline || number < 1 ? null : number,
      },
    ]
  })
}
