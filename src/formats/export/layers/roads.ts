import { type Columns, categoriesOf, labelAt, textsOf } from '#core/columns/columns.ts'
import type { LonLat } from '#core/place.ts'
import { column } from '../export-table.ts'
import { datasetTables, type ExportLayer, rowsOf, type TableBody } from './layer.ts'

/** Roads as drawn, a row a stretch. */
export const roadsLayer: ExportLayer = {
  id: 'roads',
  title: 'Roads',
  tablesOf: (source) => datasetTables(source, 'roads', bodyOf),
}

function bodyOf(columns: Columns): TableBody {
  const { geometry } = columns
  const roadClass = categoriesOf(columns, 'roadClass')
  const names = textsOf(columns, 'name')
  const lineAt = (row: number): LonLat[] => {
    if (geometry.type !== 'lines') return []
    const { positions, offsets } = geometry
    return Array.from({ length: offsets[row + 1]! - offsets[row]! }, (_, i) => {
      const at = 2 * (offsets[row]! + i)
      return [positions[at]!, positions[at + 1]!]
    })
  }
  return {
    styledBy: 'road_class',
    columns: [column('road_class', 'text'), column('road_name', 'text')],
    rows: rowsOf(columns, (row) => ({
      cells: [labelAt(roadClass, row), names[row] || null],
      geometry: { type: 'lines', lines: [lineAt(row)] },
    })),
  }
}
