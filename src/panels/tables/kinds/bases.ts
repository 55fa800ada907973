import { grouped } from '#core/figures.ts'
import { forceTables } from '#core/force-at.ts'
import { BASE_KIND_NAMES } from '#core/record-names.ts'
import { choiceColumn, countColumn, gridColumn, instantColumn, nameColumn } from '../columns.ts'
import { recordRows } from '../record-rows.ts'
import type { TableKind } from '../table-kind.ts'

/** Bases of the force of the COA on screen, what they have room for, and how many units are there. */
export const BASES: TableKind = {
  id: 'bases',
  title: 'Bases',
  noun: ['base', 'bases'],
  ifNone: 'No bases are known yet. Import them from a table.',
  isCopied: true,
  from: ({ document, scenarioId }) => {
    const force = forceTables(document, scenarioId)
    return [document.tables.bases, force.bases, force.units]
  },
  rowsOf: ({ document, scenarioId }) => {
    const { bases } = document.tables
    const force = forceTables(document, scenarioId)
    const unitCounts = new Map<string, number>()
    for (const { baseId } of force.units.values()) {
      unitCounts.set(baseId, (unitCounts.get(baseId) ?? 0) + 1)
    }
    return recordRows(
      document,
      'bases',
      [...bases.values()].filter(({ id }) => force.bases.has(id)),
      [
        nameColumn(),
        choiceColumn(
          { id: 'kind', title: 'Kind', widthPixels: 190 },
          BASE_KIND_NAMES,
          ({ kind }) => kind,
        ),
        countColumn(
          { id: 'units', title: 'Units', widthPixels: 72 },
          ({ id }) => unitCounts.get(id) ?? 0,
        ),
        {
          id: 'capacity',
          title: 'Room, units of size',
          widthPixels: 140,
          isFigure: true,
          number: ({ capacityUnits }) => capacityUnits,
          text: ({ capacityUnits }) => grouped(capacityUnits),
        },
        gridColumn(({ position }) => position),
        instantColumn({ id: 'from', title: 'From' }, ({ validFrom }) => validFrom),
        instantColumn({ id: 'to', title: 'To' }, ({ validTo }) => validTo),
      ],
    )
  },
}
