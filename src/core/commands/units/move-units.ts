import { put } from '../../change.ts'
import type { OperationDocument } from '../../document.ts'
import { counted } from '../../figures.ts'
import { isUnder } from '../../task-organisation.ts'
import type { Command } from '../command.ts'
import { rowAt } from '../row-fault.ts'
import { superiorFault } from './unit-guard.ts'

type Move = {
  readonly ids: readonly string[]
  /** Null: under no unit. */
  readonly parentId: string | null
}

/**
 * Puts units under another one, each with all that it commands: of units that are moved together, one
 * that is under another stays under it.
 */
export const moveUnits: Command<Move> = {
  id: 'unit.move',
  title: 'Move units',

  blocked(document, move) {
    const { units } = document.tables
    if (move.ids.length === 0) return 'No unit was chosen. Choose one first.'
    if (move.ids.some((id) => !units.has(id))) return 'That unit is no longer there.'
    for (const id of uppermost(document, move.ids)) {
      const fault = superiorFault(document, rowAt(document, 'units', id), move.parentId)
      if (fault !== null) return fault
    }
    return null
  },

  change(document, { ids, parentId }) {
    const movers = uppermost(document, ids).map((id) => rowAt(document, 'units', id))
    const what = movers.length === 1 ? (movers[0]?.name ?? '') : counted(movers.length, 'unit')
    const under = parentId === null ? 'no unit' : rowAt(document, 'units', parentId).name
    return {
      note: `Move ${what} under ${under}`,
      rows: movers
        .filter((unit) => unit.parentId !== parentId)
        .map((unit) => put(document, 'units', { ...unit, parentId })),
    }
  },
}

/** Those among some units that are under no other of them. */
function uppermost({ tables: { units } }: OperationDocument, ids: readonly string[]): string[] {
  const unique = [...new Set(ids)]
  return unique.filter((id) => !unique.some((other) => other !== id && isUnder(units, id, other)))
}
