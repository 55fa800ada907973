import { FACILITY_CLASS_NAMES, FACILITY_STATUS_NAMES } from '#core/record-names.ts'
import { choiceColumn, countColumn, gridColumn, instantColumn, nameColumn } from '../columns.ts'
import { recordRows } from '../record-rows.ts'
import type { TableKind } from '../table-kind.ts'

/** Clinics, schools, wells and the like; who reported them is no column. */
export const FACILITIES: TableKind = {
  id: 'facilities',
  title: 'Facilities',
  noun: ['facility', 'facilities'],
  ifNone: 'No facilities are known yet. Import them from a table.',
  isCopied: true,
  from: ({ document: { tables } }) => [tables.facilities],
  rowsOf: ({ document }) =>
    recordRows(
      document,
      'facilities',
      [...document.tables.facilities.values()],
      [
        nameColumn(),
        choiceColumn({ id: 'class', title: 'Class' }, FACILITY_CLASS_NAMES, (row) => row.class),
        choiceColumn(
          { id: 'status', title: 'Status', widthPixels: 100 },
          FACILITY_STATUS_NAMES,
          ({ status }) => status,
        ),
        countColumn({ id: 'capacity', title: 'Capacity' }, ({ capacityCount }) => capacityCount),
        gridColumn(({ position }) => position),
        instantColumn({ id: 'verified', title: 'Seen' }, ({ lastVerifiedAt }) => lastVerifiedAt),
      ],
    ),
}
