import { remove } from '../../change.ts'
import type { Command } from '../command.ts'
import { DECISION_TABLES, rowAt, rowsOfScenario } from '../row-fault.ts'

/** Takes a COA out with its zones, control measures, site rules and postings, and the slides that show it. */
export const deleteScenario: Command<{ readonly id: string }> = {
  id: 'scenario.delete',
  title: 'Delete COA',

  blocked({ tables }, { id }) {
    const scenario = tables.scenarios.get(id)
    if (!scenario) return 'That COA is no longer there.'
    return scenario.isBaseline ? 'The current posture cannot be deleted.' : null
  },

  change(document, { id }) {
    const slides = [...document.tables.slides.values()].filter(
      ({ scenarioId, againstScenarioId }) => scenarioId === id || againstScenarioId === id,
    )
    const decisions = DECISION_TABLES.flatMap((table) =>
      rowsOfScenario(document, table, id).map((row) => remove(document, table, row.id)),
    )
    return {
      note: `Delete COA ${rowAt(document, 'scenarios', id).name}`,
      rows: [
        ...slides.map((slide) => remove(document, 'slides', slide.id)),
        ...decisions,
        remove(document, 'scenarios', id),
      ],
    }
  },
}
