import type { Site } from '#core/records/site.ts'
import type { ImportKind } from '../kind.ts'
import { exactly, idsFor, listIn } from './common.ts'
import { placeIn, SCENARIO_FIELD, scenarioIn } from './scenario-of.ts'

/** Rulings on candidate sites of a course of action that is there. */
export const sitesKind: ImportKind = {
  id: 'sites',
  title: 'site rulings',
  fields: [
    { field: 'id', aliases: ['site_id'] },
    SCENARIO_FIELD,
    { field: 'placeId', aliases: ['place_id'] },
    { field: 'siteRule', aliases: ['site_rule'] },
    { field: 'siteTypes', aliases: ['site_types'] },
    { field: 'reason', aliases: ['reason'] },
  ],
  needs: ['placeId', 'scenario'],
  fit: (sheet) => (['placeId', 'scenario', 'siteRule'].every(sheet.has) ? 0.97 : 0),
  read(sheet, ledger, context) {
    const idOf = idsFor(sheet, 'site', new Map())
    const sites = sheet.table.records.flatMap((record): Site[] => {
      const rule = exactly(['forced', 'forbidden', 'held'], sheet.text(record, 'siteRule'))
      if (!rule) {
        const why = 'its rule is none of "forced", "forbidden" and "held"'
        ledger.refuse(record, 'rule-unknown', why)
        return []
      }
      const typeIds = listIn(sheet.text(record, 'siteTypes'))
      const strange = typeIds.find((id) => !context.document.tables.resourceTypes.has(id))
      if (strange) {
        ledger.refuse(record, 'type-unknown', `no type has the id "${strange}"`)
        return []
      }
      const reason = sheet.line(record, 'reason')
      const scenarioId = scenarioIn(sheet, record, ledger, context)
      const placeId = scenarioId === null ? null : placeIn(sheet, record, ledger, context)
      if (scenarioId === null || placeId === null) return []
      return [
        {
          id: idOf(record, placeId),
          scenarioId,
          placeId,
          rule,
          ...(typeIds.length > 0 && rule !== 'forced' ? { typeIds } : {}),
          ...(reason ? { reason } : {}),
        },
      ]
    })
    return { acceptedCount: sites.length, rows: { sites }, batches: [] }
  },
}
