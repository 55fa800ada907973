import { put, remove } from '../../change.ts'
import type { Restriction } from '../../records/restriction.ts'
import type { Shock } from '../../records/shock.ts'
import type { Command } from '../command.ts'
import { rowAt } from '../row-fault.ts'
import { shockFault } from './shock-words.ts'

/** What is changed of a shock; what is left out stays as it is. */
type ShockEdit = {
  readonly id: string
  readonly fields?: Partial<Omit<Shock, 'id'>>
  /** New restrictions of the shock, with its id. */
  readonly added?: readonly Restriction[]
  /** Restrictions of the shock that go. */
  readonly removedIds?: readonly string[]
}

/** Changes what a shock is called, its season, the bases it takes away and the restrictions it holds. */
export const editShock: Command<ShockEdit> = {
  id: 'shock.edit',
  title: 'Edit shock',

  blocked(document, { id, fields, added = [], removedIds = [] }) {
    const { shocks, restrictions } = document.tables
    if (!shocks.has(id)) return 'That shock is no longer there.'
    if (removedIds.some((each) => restrictions.get(each)?.shockId !== id)) {
      return 'That restriction is no longer in the shock.'
    }
    if (added.some((row) => restrictions.has(row.id))) {
      return 'There is a restriction with this id already.'
    }
    return shockFault(document, { ...rowAt(document, 'shocks', id), ...fields }, added)
  },

  change(document, { id, fields = {}, added = [], removedIds = [] }) {
    const before = rowAt(document, 'shocks', id)
    const after = { ...before, ...fields }
    const isOther = JSON.stringify(before) !== JSON.stringify(after)
    return {
      note: `Edit shock ${before.name}`,
      rows: [
        ...(isOther ? [put(document, 'shocks', after)] : []),
        ...added.map((row) => put(document, 'restrictions', row)),
        ...removedIds.map((each) => remove(document, 'restrictions', each)),
      ],
    }
  },
}
