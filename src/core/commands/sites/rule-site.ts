import { put, type RowChange, remove } from '../../change.ts'
import type { OperationDocument } from '../../document.ts'
import type { Site } from '../../records/site.ts'
import type { Command } from '../command.ts'
import { rowFault } from '../row-fault.ts'

/** What the planner has to obey at a place; null: it may choose. */
export type SiteRule = {
  readonly scenarioId: string
  /** A base or a community. */
  readonly placeId: string
  readonly rule: Site['rule'] | null
  /** The types that it is about; left out: all. */
  readonly typeIds?: readonly string[]
  readonly reason?: string
  /** Id for the row, should one be needed. */
  readonly id: string
}

const VERBS: Readonly<Record<Site['rule'], string>> = {
  forced: 'Require units at',
  forbidden: 'Rule out',
  held: 'Hold what stands at',
}

/** Forces, forbids or holds a site in a COA, or leaves it to the planner again. One row a place. */
export const ruleSite: Command<SiteRule> = {
  id: 'site.rule',
  title: 'Rule on site',

  blocked(document, { scenarioId, placeId, rule, typeIds, reason, id }) {
    const { tables } = document
    if (!tables.scenarios.has(scenarioId)) return 'That COA is no longer there.'
    const isPlace = tables.bases.has(placeId) || tables.communities.has(placeId)
    if (rule !== null && !isPlace) return 'That place is no longer there.'
    if (rule === 'forced' && typeIds) return 'A place is forced for any type; leave the types out.'
    const strange = typeIds?.find((typeId) => !tables.resourceTypes.has(typeId))
    if (strange) return `The type ${strange} is no longer there.`
    const fault =
      rule && rowFault('sites', rowOf({ scenarioId, placeId, rule, typeIds, reason, id }))
    if (fault) return fault
    const isTaken = tables.sites.has(id) && rulesOn(document, scenarioId, placeId)[0]?.id !== id
    return isTaken ? 'There is a site with this id already.' : null
  },

  change(document, { scenarioId, placeId, rule, typeIds, reason, id }) {
    const { bases, communities } = document.tables
    const name = bases.get(placeId)?.name ?? communities.get(placeId)?.name ?? placeId
    const note = rule === null ? `Leave ${name} to the planner` : `${VERBS[rule]} ${name}`
    const [first, ...others] = rulesOn(document, scenarioId, placeId)
    const rows: RowChange[] = others.map((site) => remove(document, 'sites', site.id))
    if (rule === null && first) rows.push(remove(document, 'sites', first.id))
    if (rule !== null) {
      const row = rowOf({ scenarioId, placeId, rule, typeIds, reason, id: first?.id ?? id })
      if (JSON.stringify(row) !== JSON.stringify(first)) rows.push(put(document, 'sites', row))
    }
    return { note, rows }
  },
}

type RuleMade = Omit<SiteRule, 'rule' | 'typeIds' | 'reason'> & {
  readonly rule: Site['rule']
  readonly typeIds: readonly string[] | undefined
  readonly reason: string | undefined
}

function rowOf({ id, scenarioId, placeId, rule, typeIds, reason }: RuleMade): Site {
  const about = typeIds ? { typeIds: [...new Set(typeIds)].sort() } : {}
  return { id, scenarioId, placeId, rule, ...about, ...(reason ? { reason } : {}) }
}

function rulesOn({ tables }: OperationDocument, scenarioId: string, placeId: string): Site[] {
  return [...tables.sites.values()].filter(
    (site) => site.scenarioId === scenarioId && site.placeId === placeId,
  )
}
