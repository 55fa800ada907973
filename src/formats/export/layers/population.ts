import { type Columns, numbersOf, textsOf } from '#core/columns/columns.ts'
import { column, numberCell } from '../export-table.ts'
import { datasetTables, type ExportLayer, rowsOf, type TableBody } from './layer.ts'

/** People by H3 cell. The cell is the place: no outline is drawn for it. */
export const populationLayer: ExportLayer = {
  id: 'population',
  title: 'Population by cell',
  tablesOf: (source) => datasetTables(source, 'population', bodyOf),
}

function bodyOf(columns: Columns): TableBody {
  const cells = textsOf(columns, 'cell')
  const people = numbersOf(columns, 'peopleCount')
  return {
    columns: [column('h3_cell', 'text'), column('population', 'number')],
    rows: rowsOf(columns, (row) => ({
      cells: [cells[row] ?? null, numberCell(people[row])],
      geometry: null,
    })),
  }
}
