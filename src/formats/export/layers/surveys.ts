import { type Columns, categoriesOf, labelAt, numbersOf } from '#core/columns/columns.ts'
import { column, dateCell, numberCell } from '../export-table.ts'
import { datasetTables, type ExportLayer, rowsOf, type TableBody } from './layer.ts'

/** Perception surveys, a row a wave and county. They have no place of their own. */
export const surveysLayer: ExportLayer = {
  id: 'surveys',
  title: 'Surveys',
  tablesOf: (source) => {
    const nameOf = (id: string | null) =>
      (id === null ? null : source.contents.document.tables.areas.get(id)?.name) ?? null
    return datasetTables(source, 'surveys', (columns) => bodyOf(columns, nameOf))
  },
}

function bodyOf(columns: Columns, nameOf: (areaId: string | null) => string | null): TableBody {
  const area = categoriesOf(columns, 'areaId')
  const numbers = (field: string) => numbersOf(columns, field)
  const group = columns.fields['group']
  return {
    columns: [
      column('area_id', 'text'),
      column('county', 'text'),
      column('survey_date', 'date', { short: 'held_at', role: 'occurredAt' }),
      column('sample_size', 'number', { short: 'sample', role: 'sampleCount' }),
      column('design_effect', 'number', { short: 'deff' }),
      column('feel_safe_share', 'number', { short: 'feel_safe', role: 'share' }),
      column('trust_mission_share', 'number', { short: 'trust_un', role: 'share' }),
      ...(group ? [column('sex', 'text')] : []),
    ],
    rows: rowsOf(columns, (row) => ({
      cells: [
        labelAt(area, row),
        nameOf(labelAt(area, row)),
        dateCell(numbers('heldEpochMinutes')[row]!),
        numberCell(numbers('sampleCount')[row]),
        numberCell(numbers('designEffect')[row]),
        numberCell(numbers('feelSafeShare')[row]),
        numberCell(numbers('trustMissionShare')[row]),
        ...(group?.type === 'category' ? [labelAt(group, row)] : []),
      ],
      geometry: null,
    })),
  }
}
