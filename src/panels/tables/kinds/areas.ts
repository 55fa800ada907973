import { grouped } from '#core/figures.ts'
import { countColumn, nameColumn } from '../columns.ts'
import { recordRows } from '../record-rows.ts'
import type { TableKind } from '../table-kind.ts'

/** Administrative areas, as their source has them. */
export const AREAS: TableKind = {
  id: 'areas',
  title: 'Areas',
  noun: ['area', 'areas'],
  ifNone: 'No administrative areas are known yet. Import them from a map file.',
  isCopied: true,
  from: ({ document: { tables } }) => [tables.areas],
  rowsOf: ({ document }) => {
    const { areas } = document.tables
    const all = [...areas.values()]
    const levels = [...new Set(all.map(({ level }) => level))].sort((a, b) => a - b)
    return recordRows(document, 'areas', all, [
      nameColumn(),
      {
        id: 'level',
        title: 'Level',
        widthPixels: 72,
        isFigure: true,
        number: ({ level }) => level,
        text: ({ level }) => grouped(level),
        choices: levels.map((level) => grouped(level)),
      },
      {
        id: 'parent',
        title: 'Lies in',
        widthPixels: 170,
        text: ({ parentId }) => areas.get(parentId ?? '')?.name ?? '',
      },
      {
        id: 'code',
        title: 'Place code',
        widthPixels: 110,
        text: ({ placeCode }) => placeCode ?? '',
      },
      countColumn({ id: 'people', title: 'People' }, ({ populationCount }) => populationCount),
      {
        id: 'aliases',
        title: 'Also called',
        widthPixels: 240,
        text: ({ aliases }) => aliases.join(', '),
      },
    ])
  },
}
