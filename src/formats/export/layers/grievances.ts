import { protectedPlace } from '#core/protected-place.ts'
import type { Grievance } from '#core/records/grievance.ts'
import { column, type ExportTable } from '../export-table.ts'
import { type ExportLayer, type ExportSource, ROW_ID, registerTables } from './layer.ts'
import { voicePlaceOf } from './voice-place.ts'

/** What communities complain of. Protected cases are a table of their own, for the named few alone. */
export const grievancesLayer: ExportLayer = {
  id: 'grievances',
  title: 'Grievances',
  tablesOf: (source) => {
    const all = [...source.contents.document.tables.grievances.values()]
    const restricted = tablesOf(
      source,
      all.filter(({ isProtectedCase }) => isProtectedCase),
    )
    return [
      ...tablesOf(
        source,
        all.filter(({ isProtectedCase }) => !isProtectedCase),
      ),
      ...restricted.map(
        (table): ExportTable => ({
          ...table,
          id: 'grievances-restricted',
          stem: 'grievances-restricted',
          title: 'Grievances, restricted',
          sensitivity: 'severe',
          isUntold: true,
        }),
      ),
    ]
  },
}

function tablesOf(source: ExportSource, rows: readonly Grievance[]): readonly ExportTable[] {
  const placeOf = voicePlaceOf(source)
  return registerTables(
    source,
    { id: 'grievances', title: 'Grievances', sensitivity: 'high' },
    {
      columns: [
        ROW_ID,
        column('raised_at', 'date'),
        column('community_id', 'text', { short: 'comm_id' }),
        column('community', 'text'),
        column('area_id', 'text'),
        column('county', 'text'),
        column('topic', 'text'),
        column('raised_by', 'text'),
        column('status', 'text'),
        column('answered', 'date'),
        column('via', 'text'),
        column('protected', 'text'),
        column('summary', 'text', { role: 'detail' }),
      ],
      rows: rows.map((grievance) => ({
        cells: [
          grievance.id,
          grievance.raisedAt,
          ...placeOf(
            grievance.isProtectedCase
              ? protectedPlace(source.contents.document, grievance)
              : grievance,
          ),
          grievance.topic,
          grievance.raisedBy,
          grievance.status,
          grievance.respondedAt,
          grievance.via,
          grievance.isProtectedCase ? 'yes' : 'no',
          grievance.summary || null,
        ],
        geometry: null,
      })),
    },
  )
}
