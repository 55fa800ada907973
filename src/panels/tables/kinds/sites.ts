import { ruleSite, type SiteRule } from '#core/commands/sites/rule-site.ts'
import { choicesOf, SITE_RULE_NAMES } from '#core/record-names.ts'
import type { Site } from '#core/records/site.ts'
import { choiceColumn } from '../columns.ts'
import { recordRows } from '../record-rows.ts'
import { byCommand, type TableKind } from '../table-kind.ts'
import { placeName } from './postings.ts'

/** The rule on a place with another verdict; what it is about and why stay. */
function ruleOf({ typeIds, reason, ...site }: Site, rule: Site['rule']): SiteRule {
  return { ...site, rule, ...(typeIds ? { typeIds } : {}), ...(reason ? { reason } : {}) }
}

/** Places that a person ruled on for the planner, in the COA on screen. */
export const SITES: TableKind = {
  id: 'sites',
  title: 'Sites',
  noun: ['site', 'sites'],
  ifNone: 'No place is ruled on in this COA: the planner may choose.',
  isCopied: true,
  from: ({ document: { tables }, scenarioId }) => [
    tables.sites,
    tables.resourceTypes,
    tables.bases,
    tables.communities,
    scenarioId,
  ],
  rowsOf: ({ document, scenarioId }) => {
    const { sites, resourceTypes } = document.tables
    const own = [...sites.values()].filter((site) => site.scenarioId === scenarioId)
    return recordRows(document, 'sites', own, [
      {
        id: 'place',
        title: 'Place',
        widthPixels: 200,
        text: ({ placeId }) => placeName(document, placeId),
      },
      choiceColumn(
        { id: 'rule', title: 'Rule', widthPixels: 180 },
        SITE_RULE_NAMES,
        ({ rule }) => rule,
        (site) => ({
          type: 'choice',
          value: site.rule,
          choices: choicesOf(SITE_RULE_NAMES),
          settle: byCommand(ruleSite, (next) => ruleOf(site, next as Site['rule'])),
        }),
      ),
      {
        id: 'types',
        title: 'About',
        widthPixels: 200,
        text: ({ typeIds }) =>
          typeIds?.map((id) => resourceTypes.get(id)?.name ?? id).join(', ') ?? 'all types',
      },
      { id: 'reason', title: 'Why', widthPixels: 320, text: ({ reason }) => reason ?? '' },
    ])
  },
}
