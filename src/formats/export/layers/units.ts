import { column, pointAt } from '../export-table.ts'
import { type ExportLayer, ROW_ID, registerTables } from './layer.ts'

/** Formed units at their bases, with what of them can be posted. */
export const unitsLayer: ExportLayer = {
  id: 'units',
  title: 'Units',
  tablesOf: (source) => {
    const { bases, units } = source.contents.document.tables
    return registerTables(
      source,
      { id: 'units', title: 'Units', sensitivity: 'high' },
      {
        styledBy: 'unit_kind',
        columns: [
          ROW_ID,
          column('unit_name', 'text'),
          column('unit_kind', 'text'),
          column('echelon', 'text'),
          column('unit_role', 'text'),
          column('at_base', 'text'),
          column('superior', 'text'),
          column('contributor', 'text', { short: 'contribut' }),
          column('strength', 'number'),
          column('elements', 'text'),
          column('valid_from', 'date'),
          column('valid_to', 'date'),
        ],
        rows: [...units.values()].map((unit) => {
          const base = bases.get(unit.baseId)
          return {
            cells: [
              unit.id,
              unit.name,
              unit.kind,
              unit.echelon,
              unit.role,
              unit.baseId,
              unit.parentId,
              unit.contributor,
              unit.strengthCount,
              unit.elements.map(({ typeId, count }) => `${count} ${typeId}`).join('; ') || null,
              unit.validFrom,
              unit.validTo,
            ],
            geometry: base ? pointAt(base.position) : null,
          }
        }),
      },
    )
  },
}
