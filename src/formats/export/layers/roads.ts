import { type Columns, numbersOf, textsOf } from '#core/columns/columns.ts'
import { recordedSurfaces, type Stretch, stretchesOf } from '#core/columns/road-columns.ts'
import { lineAt } from '#core/columns/shape-columns.ts'
import { column, type ExportCell } from '../export-table.ts'
import { datasetTables, type ExportLayer, rowsOf, type TableBody } from './layer.ts'

/** Roads as drawn, a row a stretch. */
export const roadsLayer: ExportLayer = {
  id: 'roads',
  title: 'Roads',
  tablesOf: (source) => datasetTables(source, 'roads', bodyOf),
}

function bodyOf(columns: Columns): TableBody {
  const stretchAt = stretchesOf(columns)
  const surfaceAt = recordedSurfaces(columns)
  const lanes = columns.fields['laneCount'] ? numbersOf(columns, 'laneCount') : null
  const names = textsOf(columns, 'name')
  return {
    styledBy: 'road_class',
    columns: [
      column('road_class', 'text'),
      column('surface', 'text'),
      column('crossing', 'text'),
      column('max_tonnes', 'number'),
      column('lanes', 'number'),
      column('road_name', 'text'),
    ],
    rows: rowsOf(columns, (row) => ({
      cells: [
        ...stretchCells(stretchAt(row), surfaceAt(row)),
        knownOr(lanes?.[row]),
        names[row] || null,
      ],
      geometry: { type: 'lines', lines: [lineAt(columns, row)] },
    })),
  }
}

/** A surface that was only taken to be so does not leave as one that is known. */
function stretchCells(
  { roadClass, crossing, maxTonnes }: Stretch,
  surface: string | null,
): ExportCell[] {
  return [roadClass, surface, crossing === 'none' ? null : crossing, knownOr(maxTonnes)]
}

function knownOr(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value
}
