import type { Columns } from '#core/columns/columns.ts'
import { categoriesOf, labelAt, numbersOf, textsOf } from '#core/columns/columns.ts'
import { column, dateCell, numberCell, pointAt } from '../export-table.ts'
import { datasetTables, type ExportLayer, rowsOf, type TableBody } from './layer.ts'

/** Events as they are held, but for who reported them: that never leaves. */
export const incidentsLayer: ExportLayer = {
  id: 'incidents',
  title: 'Incidents',
  reported: 'an incident',
  tablesOf: (source) => datasetTables(source, 'incidents', bodyOf),
}

function bodyOf(columns: Columns): TableBody {
  const { geometry } = columns
  const numbers = (field: string) => numbersOf(columns, field)
  const [category, detection] = [
    categoriesOf(columns, 'category'),
    categoriesOf(columns, 'detection'),
  ]
  const titles = textsOf(columns, 'title')
  const isVague = columns.fields['occurredErrorDays']?.type === 'number'
  const positions = geometry.type === 'points' ? geometry.positions : new Float64Array()
  return {
    styledBy: 'category',
    columns: [
      column('date', 'date', { role: 'occurredAt' }),
      ...(isVague ? [column('date_error_days', 'number', { short: 'date_error' })] : []),
      column('category', 'text'),
      column('severity', 'number'),
      column('confidence', 'number'),
      column('affected', 'number', { role: 'peopleCount' }),
      column('detection', 'text', { role: 'detail' }),
      column('position_error_m', 'number', { short: 'accuracy_m', role: 'positionErrorMetres' }),
      column('title', 'text', { role: 'detail' }),
    ],
    rows: rowsOf(columns, (row) => ({
      cells: [
        dateCell(numbers('occurredEpochMinutes')[row]!),
        ...(isVague ? [numberCell(numbers('occurredErrorDays')[row])] : []),
        labelAt(category, row),
        numberCell(numbers('severityShare')[row]),
        numberCell(numbers('confidenceShare')[row]),
        numberCell(numbers('affectedPeopleCount')[row]),
        labelAt(detection, row),
        numberCell(numbers('positionErrorMetres')[row]),
        titles[row] || null,
      ],
      geometry: pointAt([positions[2 * row]!, positions[2 * row + 1]!]),
    })),
  }
}
