import { categoriesOf, labelAt, numbersOf } from '#core/columns/columns.ts'
import { column, dateCell, numberCell } from '../export-table.ts'
import { datasetTables, type ExportLayer, rowsOf } from './layer.ts'

/** Social-media signals, a row a county, day and topic. They have no place of their own. */
export const signalsLayer: ExportLayer = {
  id: 'signals',
  title: 'Social-media signals',
  tablesOf: (source) => {
    const { areas } = source.contents.document.tables
    return datasetTables(source, 'signals', (columns) => {
      const labels = (field: string) => categoriesOf(columns, field)
      const numbers = (field: string) => numbersOf(columns, field)
      return {
        columns: [
          column('area_id', 'text'),
          column('county', 'text'),
          column('signal_date', 'date', { short: 'day', role: 'occurredAt' }),
          column('topic', 'text'),
          column('volume', 'number'),
          column('negative_share', 'number', { short: 'neg_share', role: 'share' }),
          column('coverage', 'text'),
        ],
        rows: rowsOf(columns, (row) => {
          const areaId = labelAt(labels('areaId'), row)
          return {
            cells: [
              areaId,
              areas.get(areaId ?? '')?.name ?? null,
              dateCell(numbers('heldEpochMinutes')[row]!),
              labelAt(labels('topic'), row),
              numberCell(numbers('volumeCount')[row]),
              numberCell(numbers('negativeShare')[row]),
              labelAt(labels('coverage'), row),
            ],
            geometry: null,
          }
        }),
      }
    })
  },
}
