import { type Columns, categoriesOf, labelAt } from '#core/columns/columns.ts'
import { shapesOf } from '#core/columns/shape-columns.ts'
import { column, polygonsOf } from '../export-table.ts'
import { datasetTables, type ExportLayer, type TableBody } from './layer.ts'

/** Land cover, a row an outline. */
export const landCoverLayer: ExportLayer = {
  id: 'landCover',
  title: 'Land cover',
  tablesOf: (source) => datasetTables(source, 'landCover', bodyOf),
}

function bodyOf(columns: Columns): TableBody {
  const covers = categoriesOf(columns, 'cover')
  return {
    styledBy: 'land_cover',
    columns: [column('land_cover', 'text')],
    rows: shapesOf(columns).flatMap(({ shape, row }) =>
      shape.type === 'polygons'
        ? [{ cells: [labelAt(covers, row)], geometry: polygonsOf(shape.polygons) }]
        : [],
    ),
  }
}
