import { put, remove } from '../../change.ts'
import type { Command } from '../command.ts'
import { DECISION_TABLES, rowAt, rowsOfScenario } from '../row-fault.ts'

/**
 * Takes a COA out with its zones, control measures, site rules and postings, what people judged of it,
 * and the slides that show it; those branched from it are then branched from nothing that is known.
 */
export const deleteScenario: Command<{ readonly id: string }> = {
  id: 'scenario.delete',
  title: 'Delete COA',

  blocked({ tables }, { id }) {
    const scenario = tables.scenarios.get(id)
    if (!scenario) return 'That COA is no longer there.'
    if (scenario.isBaseline) return 'The current posture cannot be deleted.'
    const isDecided = [...tables.verdicts.values()].some(({ scenarioId }) => scenarioId === id)
    return isDecided
      ? `The commander has decided on ${scenario.name}, so it is kept. Archive it instead.`
      : null
  },

  change(document, { id }) {
    const slides = [...document.tables.slides.values()].filter(
      ({ scenarioId, againstScenarioId }) => scenarioId === id || againstScenarioId === id,
    )
    const decisions = DECISION_TABLES.flatMap((table) =>
      rowsOfScenario(document, table, id).map((row) => remove(document, table, row.id)),
    )
    const branches = [...document.tables.scenarios.values()].filter(
      ({ parentId }) => parentId === id,
    )
    const judged = [...document.tables.criteria.values()].filter(({ values }) => id in values)
    return {
      note: `Delete COA ${rowAt(document, 'scenarios', id).name}`,
      rows: [
        ...slides.map((slide) => remove(document, 'slides', slide.id)),
        ...decisions,
        ...judged.map((criterion) => {
          const { [id]: _, ...values } = criterion.values
          return put(document, 'criteria', { ...criterion, values })
        }),
        ...branches.map((branch) => put(document, 'scenarios', { ...branch, parentId: null })),
        remove(document, 'scenarios', id),
      ],
    }
  },
}
