import { put } from '../../change.ts'
import { basisOf } from '../../scenario-basis.ts'
import type { Command } from '../command.ts'
import { rowAt } from '../row-fault.ts'

/** Says that a COA was looked at again on the facts of now: what changed before is no longer told. */
export const checkScenario: Command<{ readonly id: string }> = {
  id: 'scenario.check',
  title: 'Check COA against the facts',

  blocked({ tables }, { id }) {
    const scenario = tables.scenarios.get(id)
    if (!scenario) return 'That COA is no longer there.'
    return scenario.isBaseline ? 'The current posture is always of the facts of now.' : null
  },

  change(document, { id }) {
    const scenario = rowAt(document, 'scenarios', id)
    const basis = basisOf(document, scenario.parentId ?? null)
    return {
      note: `${scenario.name} checked against the facts`,
      rows: [put(document, 'scenarios', { ...scenario, basis })],
    }
  },
}
