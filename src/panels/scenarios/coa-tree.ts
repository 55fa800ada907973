import { type OperationDocument, scenariosInOrder } from '#core/document.ts'
import type { Scenario } from '#core/records/scenario.ts'

/** A COA in the list, and how far it stands in: under the one that it was branched from. */
export type CoaRow = { readonly scenario: Scenario; readonly depth: number }

/** Those to choose from, each under what it was branched from, and those that are archived. */
export function coaTree(document: OperationDocument): {
  readonly open: readonly CoaRow[]
  readonly archived: readonly Scenario[]
} {
  const all = scenariosInOrder(document)
  const open = all.filter(({ isArchived }) => !isArchived)
  const above = new Map(open.map((scenario) => [scenario.id, openAncestor(document, scenario)]))
  const under = (parentId: string | null, depth: number): CoaRow[] =>
    open
      .filter(({ id }) => above.get(id) === parentId)
      .flatMap((scenario) => [{ scenario, depth }, ...under(scenario.id, depth + 1)])
  return { open: under(null, 0), archived: all.filter(({ isArchived }) => isArchived) }
}

/** The nearest that it was branched from and that is not archived; null: none, or they go round. */
function openAncestor({ tables }: OperationDocument, scenario: Scenario): string | null {
  const seen = new Set([scenario.id])
  let found: string | null = null
  let at = scenario
  for (;;) {
    const parent = tables.scenarios.get(at.parentId ?? '')
    if (!parent) return found
    if (seen.has(parent.id)) return null
    seen.add(parent.id)
    if (found === null && !parent.isArchived) found = parent.id
    at = parent
  }
}
