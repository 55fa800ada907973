import { column, pointAt } from '../export-table.ts'
import { type ExportLayer, ROW_ID, registerTables } from './layer.ts'

/** Camps and posts. */
export const basesLayer: ExportLayer = {
  id: 'bases',
  title: 'Bases',
  tablesOf: (source) =>
    registerTables(
      source,
      { id: 'bases', title: 'Bases', sensitivity: 'moderate' },
      {
        styledBy: 'base_type',
        columns: [
          ROW_ID,
          column('base_name', 'text'),
          column('base_type', 'text'),
          column('capacity', 'number'),
          column('valid_from', 'date'),
          column('valid_to', 'date'),
        ],
        rows: [...source.contents.document.tables.bases.values()].map((base) => ({
          cells: [base.id, base.name, base.kind, base.capacityUnits, base.validFrom, base.validTo],
          geometry: pointAt(base.position),
        })),
      },
    ),
}
