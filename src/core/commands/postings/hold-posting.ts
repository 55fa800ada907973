import { put, type RowChange } from '../../change.ts'
import type { Command } from '../command.ts'

/** A posting that no plan is to move on, or that is let go of again. */
export type Hold = { readonly id: string; readonly isHeld: boolean }

/** Locks a posting, or gives it back to the planner. */
export const holdPosting: Command<Hold> = {
  id: 'posting.hold',
  title: 'Hold posting',

  blocked: (document, { id }) =>
    document.tables.postings.has(id) ? null : 'That posting is no longer there.',

  change(document, { id, isHeld }) {
    const { postings, bases, communities, resourceTypes } = document.tables
    const row = postings.get(id)
    if (!row) throw new Error('that posting is no longer there')
    const { isHeld: before, ...free } = row
    const place = bases.get(row.placeId)?.name ?? communities.get(row.placeId)?.name ?? row.placeId
    const what = `${resourceTypes.get(row.typeId)?.name ?? row.typeId} at ${place}`
    const rows: RowChange[] =
      isHeld === (before === true)
        ? []
        : [put(document, 'postings', isHeld ? { ...free, isHeld: true } : free)]
    return { note: isHeld ? `Hold ${what}` : `Leave ${what} to the planner`, rows }
  },
}
