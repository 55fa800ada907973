import { column, polygonsOf } from '../export-table.ts'
import { type ExportLayer, ROW_ID, registerTables } from './layer.ts'

/** Counties and districts with their outlines. */
export const areasLayer: ExportLayer = {
  id: 'areas',
  title: 'Administrative areas',
  tablesOf: (source) =>
    registerTables(
      source,
      { id: 'areas', title: 'Administrative areas', sensitivity: 'low' },
      {
        columns: [
          ROW_ID,
          column('name', 'text'),
          column('pcode', 'text'),
          column('level', 'number'),
          column('parent_id', 'text'),
          column('aliases', 'text'),
          column('population', 'number'),
        ],
        rows: [...source.contents.document.tables.areas.values()].map((area) => ({
          cells: [
            area.id,
            area.name,
            area.placeCode,
            area.level,
            area.parentId,
            area.aliases.join('; ') || null,
            area.populationCount,
          ],
          geometry: polygonsOf(area.outline),
        })),
      },
    ),
}
