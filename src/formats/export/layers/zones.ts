import { column, polygonsOf } from '../export-table.ts'
import { type ExportLayer, ROW_ID, registerTables } from './layer.ts'

/** The deployment zones of one course of action. */
export const zonesLayer: ExportLayer = {
  id: 'zones',
  title: 'Zones',
  isDecided: true,
  tablesOf: (source) =>
    registerTables(
      source,
      { id: 'zones', title: 'Zones', sensitivity: 'moderate' },
      {
        styledBy: 'zone_kind',
        columns: [
          ROW_ID,
          column('coa', 'text'),
          column('zone_name', 'text'),
          column('zone_kind', 'text'),
          column('zone_tint', 'number'),
          column('is_locked', 'text'),
          column('lies_in', 'text'),
          column('zone_base', 'text'),
          column('zone_units', 'text', { role: 'units' }),
        ],
        rows: [...source.contents.document.tables.zones.values()]
          .filter(({ scenarioId }) => scenarioId === source.scenarioId)
          .map((zone) => ({
            cells: [
              zone.id,
              zone.scenarioId,
              zone.name,
              zone.kind,
              zone.tint,
              zone.isLocked ? 'yes' : 'no',
              zone.parentId,
              zone.baseId,
              zone.unitIds.join('; ') || null,
            ],
            geometry: polygonsOf([zone.outline]),
          })),
      },
    ),
}
