import { put, type RowChange, remove } from '../../change.ts'
import type { OperationDocument } from '../../document.ts'
import type { Site } from '../../records/site.ts'
import type { Command } from '../command.ts'

/** What the planner has to obey at a place; null: it may choose. */
export type SiteRule = {
  readonly scenarioId: string
  /** A base or a community. */
  readonly placeId: string
  readonly rule: Site['rule'] | null
  /** Id for the row, should one be needed. */
  readonly id: string
}

const VERBS = { forced: 'Force', forbidden: 'Forbid' } as const

/** Forces or forbids a site in a COA, or leaves it to the planner again. One row a place. */
export const ruleSite: Command<SiteRule> = {
  id: 'site.rule',
  title: 'Rule on site',

  blocked(document, { scenarioId, placeId, rule, id }) {
    const { tables } = document
    if (!tables.scenarios.has(scenarioId)) return 'That COA is no longer there.'
    const isPlace = tables.bases.has(placeId) || tables.communities.has(placeId)
    if (rule !== null && !isPlace) return 'That place is no longer there.'
    const isTaken = tables.sites.has(id) && rulesOn(document, scenarioId, placeId)[0]?.id !== id
    return isTaken ? 'There is a site with this id already.' : null
  },

  change(document, { scenarioId, placeId, rule, id }) {
    const { bases, communities } = document.tables
    const name = bases.get(placeId)?.name ?? communities.get(placeId)?.name ?? placeId
    const note = rule === null ? `Leave ${name} to the planner` : `${VERBS[rule]} ${name}`
    const [first, ...others] = rulesOn(document, scenarioId, placeId)
    const rows: RowChange[] = others.map((site) => remove(document, 'sites', site.id))
    if (rule === null && first) rows.push(remove(document, 'sites', first.id))
    if (rule !== null && first?.rule !== rule) {
      rows.push(put(document, 'sites', { id: first?.id ?? id, scenarioId, placeId, rule }))
    }
    return { note, rows }
  },
}

function rulesOn({ tables }: OperationDocument, scenarioId: string, placeId: string): Site[] {
  return [...tables.sites.values()].filter(
    (site) => site.scenarioId === scenarioId && site.placeId === placeId,
  )
}
