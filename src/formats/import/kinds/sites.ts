import type { Site } from '#core/records/site.ts'
import type { ImportKind } from '../kind.ts'
import { exactly, idsFor } from './common.ts'
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
  ],
  needs: ['placeId', 'scenario'],
  fit: (sheet) => (['placeId', 'scenario', 'siteRule'].every(sheet.has) ? 0.97 : 0),
  read(sheet, ledger, context) {
    const idOf = idsFor(sheet, 'site', new Map())
    const sites = sheet.table.records.flatMap((record): Site[] => {
      const rule = exactly(['forced', 'forbidden'], sheet.text(record, 'siteRule'))
      if (!rule) {
        ledger.refuse(record, 'rule-unknown', 'its rule is neither "forced" nor "forbidden"')
        return []
      }
      const scenarioId = scenarioIn(sheet, record, ledger, context)
      const placeId = scenarioId === null ? null : placeIn(sheet, record, ledger, context)
      if (scenarioId === null || placeId === null) return []
      return [{ id: idOf(record, placeId), scenarioId, placeId, rule }]
    })
    return { acceptedCount: sites.length, rows: { sites }, batches: [] }
  },
}
