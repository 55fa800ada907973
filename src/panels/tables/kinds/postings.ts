import { editPosting } from '#core/commands/postings/edit-posting.ts'
import { holdPosting } from '#core/commands/postings/hold-posting.ts'
import type { OperationDocument } from '#core/document.ts'
import { countColumn, instantColumn, yesNoColumn } from '../columns.ts'
import { recordRows } from '../record-rows.ts'
import { byCommand, type TableKind } from '../table-kind.ts'

const MAX_COUNT = 1000

/** What a base or community is called; an id where it is gone. */
export function placeName({ tables }: OperationDocument, placeId: string): string {
  return tables.bases.get(placeId)?.name ?? tables.communities.get(placeId)?.name ?? placeId
}

/** What the COA on screen posts where. */
export const POSTINGS: TableKind = {
  id: 'postings',
  title: 'Postings',
  noun: ['posting', 'postings'],
  ifNone: 'This COA posts nobody yet. Accept suggestions of a plan.',
  isCopied: true,
  from: ({ document: { tables }, scenarioId }) => [
    tables.postings,
    tables.resourceTypes,
    tables.bases,
    tables.communities,
    scenarioId,
  ],
  rowsOf: ({ document, scenarioId }) => {
    const { postings, resourceTypes } = document.tables
    const own = [...postings.values()].filter((row) => row.scenarioId === scenarioId)
    return recordRows(document, 'postings', own, [
      {
        id: 'place',
        title: 'Place',
        widthPixels: 190,
        text: ({ placeId }) => placeName(document, placeId),
      },
      {
        id: 'type',
        title: 'Type',
        widthPixels: 150,
        text: ({ typeId }) => resourceTypes.get(typeId)?.name ?? typeId,
        choices: [...resourceTypes.values()].map(({ name }) => name),
      },
      countColumn(
        { id: 'count', title: 'How many' },
        ({ count }) => count,
        ({ id, count }) => ({
          type: 'number',
          value: count,
          min: 1,
          max: MAX_COUNT,
          isOptional: false,
          settle: byCommand(editPosting, (next) => ({ id, fields: { count: next ?? 1 } })),
        }),
      ),
      {
        id: 'from',
        title: 'From',
        widthPixels: 160,
        text: ({ fromBaseId }) => (fromBaseId === null ? 'stock' : placeName(document, fromBaseId)),
      },
      instantColumn({ id: 'starts', title: 'Starts' }, ({ startsAt }) => startsAt),
      instantColumn({ id: 'ends', title: 'Ends' }, ({ endsAt }) => endsAt),
      yesNoColumn(
        { id: 'held', title: 'Held', yes: 'Held' },
        ({ isHeld }) => isHeld === true,
        ({ id }) => byCommand(holdPosting, (isHeld) => ({ id, isHeld })),
      ),
      { id: 'reason', title: 'Why', widthPixels: 320, text: ({ reason }) => reason },
    ])
  },
}
