import { categoriesOf, labelAt, numbersOf } from '#core/columns/columns.ts'
import { monthStart } from '#core/time/months.ts'
import { column, dateCell, type ExportTable, numberCell } from '../export-table.ts'
import { datasetTables, type ExportLayer, rowsOf } from './layer.ts'

/** Counts of protected incidents by county and month: for the named few alone, whatever their label says. */
export const protectedIncidentsLayer: ExportLayer = {
  id: 'protectedIncidents',
  title: 'Protected incidents',
  tablesOf: (source) => {
    const { areas } = source.contents.document.tables
    return datasetTables(source, 'protectedIncidents', (columns) => {
      const counties = categoriesOf(columns, 'areaId')
      const months = numbersOf(columns, 'month')
      const counts = numbersOf(columns, 'incidentCount')
      return {
        columns: [
          column('area_id', 'text'),
          column('county', 'text'),
          column('month', 'date', { role: 'occurredAt' }),
          column('protected_incidents', 'number', { short: 'protected', role: 'peopleCount' }),
        ],
        rows: rowsOf(columns, (row) => {
          const areaId = labelAt(counties, row)
          return {
            cells: [
              areaId,
              areas.get(areaId ?? '')?.name ?? null,
              dateCell(monthStart(months[row]!)),
              numberCell(counts[row]),
            ],
            geometry: null,
          }
        }),
      }
    }).map((table): ExportTable => ({ ...table, sensitivity: 'severe', isUntold: true }))
  },
}
