import {
  PROJECT_KIND_NAMES,
  PROJECT_SECTOR_NAMES,
  PROJECT_STATUS_NAMES,
} from '#core/record-names.ts'
import { choiceColumn, countColumn, gridColumn, instantColumn, nameColumn } from '../columns.ts'
import { recordRows } from '../record-rows.ts'
import type { TableKind } from '../table-kind.ts'

/** Community projects of the mission and of partners. */
export const PROJECTS: TableKind = {
  id: 'projects',
  title: 'Projects',
  noun: ['project', 'projects'],
  ifNone: 'No projects are known yet. Import them from a table.',
  isCopied: true,
  from: ({ document: { tables } }) => [tables.projects],
  rowsOf: ({ document }) =>
    recordRows(
      document,
      'projects',
      [...document.tables.projects.values()],
      [
        nameColumn(),
        choiceColumn(
          { id: 'sector', title: 'Sector', widthPixels: 110 },
          PROJECT_SECTOR_NAMES,
          ({ sector }) => sector,
        ),
        choiceColumn(
          { id: 'kind', title: 'Kind', widthPixels: 190 },
          PROJECT_KIND_NAMES,
          ({ kind }) => kind,
        ),
        choiceColumn(
          { id: 'status', title: 'Status', widthPixels: 110 },
          PROJECT_STATUS_NAMES,
          ({ status }) => status,
        ),
        {
          id: 'organisation',
          title: 'Carried out by',
          widthPixels: 170,
          text: ({ organisation }) => organisation ?? '',
        },
        countColumn({ id: 'cost', title: 'Cost, USD' }, ({ costUsd }) => costUsd),
        countColumn({ id: 'people', title: 'Beneficiaries' }, (row) => row.beneficiaryCount),
        gridColumn(({ position }) => position),
        instantColumn({ id: 'starts', title: 'Starts' }, ({ startsAt }) => startsAt),
        instantColumn({ id: 'ends', title: 'Ends' }, ({ endsAt }) => endsAt),
      ],
    ),
}
