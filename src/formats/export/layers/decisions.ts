import type { Tables } from '#core/document.ts'
import type { RawGeometry } from '../../raw-table.ts'
import { column, pointAt } from '../export-table.ts'
import { type ExportLayer, ROW_ID, registerTables } from './layer.ts'

/** Rulings on candidate sites of one course of action. */
export const sitesLayer: ExportLayer = {
  id: 'sites',
  title: 'Site rulings',
  isDecided: true,
  tablesOf: (source) => {
    const { tables } = source.contents.document
    return registerTables(
      source,
      { id: 'sites', title: 'Site rulings', sensitivity: 'high' },
      {
        styledBy: 'site_rule',
        columns: [
          ROW_ID,
          column('coa', 'text'),
          column('place_id', 'text'),
          column('place_name', 'text'),
          column('site_rule', 'text'),
          column('site_types', 'text'),
          column('reason', 'text'),
        ],
        rows: [...tables.sites.values()]
          .filter(({ scenarioId }) => scenarioId === source.scenarioId)
          .map((site) => ({
            cells: [
              site.id,
              site.scenarioId,
              site.placeId,
              nameOf(tables, site.placeId),
              site.rule,
              site.typeIds?.join('; ') ?? null,
              site.reason ?? null,
            ],
            geometry: placeOf(tables, site.placeId),
          })),
      },
    )
  },
}

/** The postings of one course of action: who goes where. */
export const postingsLayer: ExportLayer = {
  id: 'postings',
  title: 'Postings',
  isDecided: true,
  tablesOf: (source) => {
    const { tables } = source.contents.document
    return registerTables(
      source,
      { id: 'postings', title: 'Postings', sensitivity: 'high' },
      {
        styledBy: 'posting_type',
        columns: [
          ROW_ID,
          column('coa', 'text'),
          column('posting_type', 'text', { short: 'posted_typ' }),
          column('posted_count', 'number', { short: 'posted_num' }),
          column('from_base', 'text'),
          column('place_id', 'text'),
          column('place_name', 'text'),
          column('start_date', 'date'),
          column('end_date', 'date'),
          column('reason', 'text'),
          column('plan_hash', 'text'),
          column('is_held', 'text'),
        ],
        rows: [...tables.postings.values()]
          .filter(({ scenarioId }) => scenarioId === source.scenarioId)
          .map((posting) => ({
            cells: [
              posting.id,
              posting.scenarioId,
              posting.typeId,
              posting.count,
              posting.fromBaseId,
              posting.placeId,
              nameOf(tables, posting.placeId),
              posting.startsAt,
              posting.endsAt,
              posting.reason || null,
              posting.planHash,
              posting.isHeld ? 'yes' : null,
            ],
            geometry: placeOf(tables, posting.placeId),
          })),
      },
    )
  },
}

function at({ bases, communities }: Tables, placeId: string) {
  return bases.get(placeId) ?? communities.get(placeId) ?? null
}

function nameOf(tables: Tables, placeId: string): string | null {
  return at(tables, placeId)?.name ?? null
}

function placeOf(tables: Tables, placeId: string): RawGeometry | null {
  const place = at(tables, placeId)
  return place && pointAt(place.position)
}
