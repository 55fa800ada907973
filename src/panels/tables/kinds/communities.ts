import { areaPath } from '#core/admin-path.ts'
import { peopleInFull } from '#core/figures.ts'
import { COMMUNITY_CLASS_NAMES } from '#core/record-names.ts'
import { choiceColumn, gridColumn, nameColumn } from '../columns.ts'
import { recordRows } from '../record-rows.ts'
import type { TableKind } from '../table-kind.ts'

/** Places where people live; few people are told as few, as everywhere. */
export const COMMUNITIES: TableKind = {
  id: 'communities',
  title: 'Communities',
  noun: ['community', 'communities'],
  ifNone: 'No communities are known yet. Import them from a table.',
  isCopied: true,
  from: ({ document: { tables } }) => [tables.communities, tables.areas],
  rowsOf: ({ document }) => {
    const { communities, areas } = document.tables
    return recordRows(
      document,
      'communities',
      [...communities.values()],
      [
        nameColumn(),
        choiceColumn(
          { id: 'class', title: 'Class', widthPixels: 120 },
          COMMUNITY_CLASS_NAMES,
          (community) => community.class,
        ),
        {
          id: 'county',
          title: 'County',
          widthPixels: 150,
          text: ({ areaId }) => areaPath(areas, areaId)[0] ?? '',
          choices: [...areas.values()]
            .flatMap(({ level, name }) => (level === 1 ? name : []))
            .sort(),
        },
        {
          id: 'people',
          title: 'People',
          widthPixels: 96,
          isFigure: true,
          number: ({ populationCount }) => populationCount ?? Number.NaN,
          text: ({ populationCount }) =>
            populationCount === null ? '' : peopleInFull(populationCount),
        },
        gridColumn(({ position }) => position),
        {
          id: 'aliases',
          title: 'Also called',
          widthPixels: 240,
          text: ({ aliases }) => aliases.join(', '),
        },
      ],
    )
  },
}
