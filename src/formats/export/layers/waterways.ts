import { type Columns, categoriesOf, labelAt, numbersOf, textsOf } from '#core/columns/columns.ts'
import { shapesOf } from '#core/columns/shape-columns.ts'
import { column, numberCell, polygonsOf } from '../export-table.ts'
import { datasetTables, type ExportLayer, type TableBody } from './layer.ts'

/** Rivers and lakes, a row a line or outline. */
export const waterwaysLayer: ExportLayer = {
  id: 'waterways',
  title: 'Rivers and lakes',
  tablesOf: (source) => datasetTables(source, 'waterways', bodyOf),
}

function bodyOf(columns: Columns): TableBody {
  const classes = categoriesOf(columns, 'waterClass')
  const widths = numbersOf(columns, 'widthMetres')
  const names = textsOf(columns, 'name')
  return {
    styledBy: 'water_class',
    columns: [
      column('water_class', 'text', { short: 'waterway' }),
      column('width_m', 'number'),
      column('water_name', 'text'),
    ],
    rows: shapesOf(columns).map(({ shape, row }) => ({
      cells: [labelAt(classes, row), numberCell(widths[row]), names[row] || null],
      geometry: shape.type === 'polygons' ? polygonsOf(shape.polygons) : shape,
    })),
  }
}
