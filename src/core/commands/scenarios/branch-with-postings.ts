import { applyChange, type RowChange } from '../../change.ts'
import type { OperationDocument } from '../../document.ts'
import type { Command } from '../command.ts'
import { type Acceptance, acceptPlan } from '../postings/accept-plan.ts'
import { addScenario, type ScenarioStart } from './add-scenario.ts'

/** A COA that is branched from another, and what it posts beyond that one. */
export type BranchWithPostings = {
  readonly start: ScenarioStart & { readonly copyOfId: string }
  /** What it takes for granted beyond what the other does, a sentence each. */
  readonly assumptions: readonly string[]
  readonly accepted: Omit<Acceptance, 'scenarioId'>
}

/** Branches a COA and accepts suggestions in it, in one change: a plan that was made for what may come. */
export const branchWithPostings: Command<BranchWithPostings> = {
  id: 'scenario.branchWithPostings',
  title: 'New COA with moves',

  blocked(document, branch) {
    const fault = addScenario.blocked(document, branch.start)
    if (fault) return fault
    const added = applyChange(document, addedIn(document, branch))
    return acceptPlan.blocked(added, acceptanceIn(branch))
  },

  change(document, branch) {
    const added = addedIn(document, branch)
    const accepted = acceptPlan.change(applyChange(document, added), acceptanceIn(branch))
    return { note: added.note, rows: joined([...added.rows, ...accepted.rows]) }
  },
}

function acceptanceIn({ start, accepted }: BranchWithPostings): Acceptance {
  return { ...accepted, scenarioId: start.id }
}

function addedIn(document: OperationDocument, { start, assumptions }: BranchWithPostings) {
  const { note, rows } = addScenario.change(document, start)
  const taken = rows.map((row): RowChange => {
    if (row.table !== 'scenarios' || !row.after || assumptions.length === 0) return row
    const before = row.after.assumptions ?? []
    const more = assumptions.filter((each) => !before.includes(each))
    return { ...row, after: { ...row.after, assumptions: [...before, ...more] } }
  })
  return { note, rows: taken }
}

/** Two changes of a row as one: a copied posting that a move sends on is never there. */
function joined(rows: readonly RowChange[]): RowChange[] {
  const byRow = new Map<string, RowChange>()
  for (const row of rows) {
    const key = JSON.stringify([row.table, row.id])
    const first = byRow.get(key)
    byRow.set(key, first ? ({ ...row, before: first.before } as RowChange) : row)
  }
  return [...byRow.values()].filter(({ before, after }) => before !== null || after !== null)
}
