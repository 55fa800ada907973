import { put } from '../../change.ts'
import type { Restriction } from '../../records/restriction.ts'
import type { Shock } from '../../records/shock.ts'
import type { Command } from '../command.ts'
import { shockFault } from './shock-words.ts'

/** A shock, and the restrictions that belong to it alone. */
export type ShockParts = {
  readonly shock: Shock
  readonly restrictions: readonly Restriction[]
}

/** Saves a shock with its restrictions; nothing is tried under it yet. */
export const addShock: Command<ShockParts> = {
  id: 'shock.add',
  title: 'Add shock',

  blocked(document, { shock, restrictions }) {
    const { tables } = document
    const isThere =
      tables.shocks.has(shock.id) || restrictions.some(({ id }) => tables.restrictions.has(id))
    if (isThere) return 'There is a shock or a restriction with this id already.'
    return shockFault(document, shock, restrictions)
  },

  change(document, { shock, restrictions }) {
    return {
      note: `Add shock ${shock.name}`,
      rows: [
        put(document, 'shocks', shock),
        ...restrictions.map((row) => put(document, 'restrictions', row)),
      ],
    }
  },
}
