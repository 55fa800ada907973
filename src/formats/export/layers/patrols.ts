import { type Columns, categoriesOf, labelAt } from '#core/columns/columns.ts'
import { column, dateCell, type ExportRow, pointAt } from '../export-table.ts'
import { datasetTables, type ExportLayer, type TableBody } from './layer.ts'

/** Patrol tracks, a row a fix, so that every position keeps its time. */
export const patrolsLayer: ExportLayer = {
  id: 'patrols',
  title: 'Patrol tracks',
  tablesOf: (source) => datasetTables(source, 'patrols', bodyOf),
}

function bodyOf(columns: Columns): TableBody {
  return {
    styledBy: 'patrol_type',
    columns: [
      column('track', 'text'),
      column('time', 'date', { role: 'occurredAt' }),
      column('patrol_type', 'text', { short: 'patrol_typ' }),
      column('patrol_base', 'text', { short: 'patrol_bas' }),
      column('team_size', 'number'),
    ],
    rows: fixesOf(columns),
  }
}

function fixesOf(columns: Columns): readonly ExportRow[] {
  const { geometry } = columns
  if (geometry.type !== 'lines') return []
  const [type, base] = [categoriesOf(columns, 'type'), categoriesOf(columns, 'baseId')]
  const team = columns.fields['teamPeopleCount']
  const { positions, offsets, vertexEpochMinutes } = geometry
  const rows: ExportRow[] = []
  for (let patrol = 0; patrol < columns.rowCount; patrol++) {
    const own = [String(patrol + 1), labelAt(type, patrol), labelAt(base, patrol)] as const
    const people = team?.type === 'number' ? team.values[patrol]! : Number.NaN
    for (let at = offsets[patrol]!; at < offsets[patrol + 1]!; at++) {
      rows.push({
        cells: [
          own[0],
          dateCell(vertexEpochMinutes?.[at] ?? Number.NaN),
          own[1],
          own[2],
          Number.isNaN(people) ? null : people,
        ],
        geometry: pointAt([positions[2 * at]!, positions[2 * at + 1]!]),
      })
    }
  }
  return rows
}
