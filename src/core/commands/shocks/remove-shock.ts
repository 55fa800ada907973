import { put, remove } from '../../change.ts'
import { restrictionsOfShock } from '../../shocks-of.ts'
import type { Command } from '../command.ts'
import { rowAt } from '../row-fault.ts'

/** Takes a shock out with its restrictions, and out of every COA that is tried under it. */
export const removeShock: Command<{ readonly id: string }> = {
  id: 'shock.remove',
  title: 'Remove shock',

  blocked({ tables }, { id }) {
    return tables.shocks.has(id) ? null : 'That shock is no longer there.'
  },

  change(document, { id }) {
    const scenarios = [...document.tables.scenarios.values()].filter(({ shockIds }) =>
      shockIds.includes(id),
    )
    return {
      note: `Remove shock ${rowAt(document, 'shocks', id).name}`,
      rows: [
        ...scenarios.map((scenario) =>
          put(document, 'scenarios', {
            ...scenario,
            shockIds: scenario.shockIds.filter((each) => each !== id),
          }),
        ),
        ...restrictionsOfShock(document, id).map((row) => remove(document, 'restrictions', row.id)),
        remove(document, 'shocks', id),
      ],
    }
  },
}
