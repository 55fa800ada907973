import { put } from '../../change.ts'
import type { Command } from '../command.ts'
import { removeCommand } from '../edit-fields.ts'

const removeRow = removeCommand({
  table: 'bases',
  id: 'base.remove',
  title: 'Remove base',
  noun: 'base',
  nameOf: ({ name }) => name,
  guard: ({ tables }, { id, name }) => {
    const unit = [...tables.units.values()].find(({ baseId }) => baseId === id)
    if (unit) return `${unit.name} is based at ${name}. Move it first.`
    const isPosted = [...tables.postings.values()].some(
      ({ fromBaseId, placeId }) => fromBaseId === id || placeId === id,
    )
    if (isPosted) return `A posting leaves from or goes to ${name}. Remove it first.`
    const shock = [...tables.shocks.values()].find(({ lostBaseIds }) => lostBaseIds.includes(id))
    if (shock)
      return `The shock "${shock.name}" takes ${name} away. Take it out of the shock first.`
    const isRuled = [...tables.sites.values()].some(({ placeId }) => placeId === id)
    return isRuled ? `A COA forces or forbids ${name}. Leave it to the planner first.` : null
  },
})

/**
 * Takes a base out, if nobody lives there and no decision stands on it. A zone that was served from it
 * has none then, a locked one too.
 */
export const removeBase: Command<{ readonly id: string }> = {
  ...removeRow,

  change(document, args) {
    const { note, rows } = removeRow.change(document, args)
    const served = [...document.tables.zones.values()].filter(({ baseId }) => baseId === args.id)
    const without = served.map((zone) => put(document, 'zones', { ...zone, baseId: null }))
    return { note, rows: [...without, ...rows] }
  },
}
