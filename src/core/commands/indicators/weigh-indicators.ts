import { put } from '../../change.ts'
import type { Command } from '../command.ts'
import { rowAt, rowFault } from '../row-fault.ts'

/** Sets the weights of one or several indicators at once: one gesture, one undo. */
export const weighIndicators: Command<{ readonly weights: Readonly<Record<string, number>> }> = {
  id: 'indicator.weigh',
  title: 'Weigh indicators',

  blocked({ tables }, { weights }) {
    const entries = Object.entries(weights)
    if (entries.length === 0) return 'There is no weight to set.'
    for (const [id, weight] of entries) {
      const indicator = tables.indicators.get(id)
      if (!indicator) return 'That indicator is no longer there.'
      const fault = rowFault('indicators', { ...indicator, weight })
      if (fault) return fault
    }
    const isAnyLeft = [...tables.indicators.values()].some(
      (indicator) => (weights[indicator.id] ?? indicator.weight) > 0,
    )
    return isAnyLeft ? null : 'At least one indicator has to weigh something.'
  },

  change(document, { weights }) {
    const changed = Object.entries(weights)
      .map(([id, weight]) => ({ ...rowAt(document, 'indicators', id), weight }))
      .filter(({ id, weight }) => rowAt(document, 'indicators', id).weight !== weight)
    const [first] = changed
    const note =
      changed.length === 1 && first ? `Weigh ${first.name} ${first.weight}` : 'Weigh indicators'
    return { note, rows: changed.map((row) => put(document, 'indicators', row)) }
  },
}
