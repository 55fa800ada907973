import type { Column, Columns } from '#core/columns/columns.ts'
import type { Grid } from '#core/geo/grid.ts'
import type { Operation } from '#core/records/operation.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { type AreaMonths, areaMonths, joinAreaMonths } from './area-months.ts'
import {
  isPlacedLoosely,
  joinPlaced,
  type PlacedIncidents,
  placedAt,
  placeIncidents,
} from './incident-cells.ts'

/** What all incidents say at the planning instant; of every scenario the same, so it is worked out once. */
export type IncidentRecord = {
  /** Of all datasets, whenever they happened. 0: nobody keeps a record of incidents. */
  readonly rowCount: number
  /** Those of the operation's window or of the last year, whichever is longer, one by one. */
  readonly recent: PlacedIncidents
  /** Per cell, when people or media last reported something placed in it; NaN: never. */
  readonly lastReportEpochMinutes: Float64Array
  readonly months: AreaMonths
}

/** What a record follows from. */
export type IncidentRecordInput = {
  readonly grid: Grid
  readonly operation: Pick<Operation, 'planningAt' | 'incidentWindowDays'>
  readonly incidents: readonly Columns[]
}

const YEAR_DAYS = 365
const DAY_MINUTES = 1440

/** The record of incidents up to the planning instant; 1 µs a row. */
export function incidentRecordOf({
  grid,
  operation,
  incidents,
}: IncidentRecordInput): IncidentRecord {
  const atEpochMinutes = epochMinutesOf(operation.planningAt)
  const keptMinutes = Math.max(YEAR_DAYS, operation.incidentWindowDays) * DAY_MINUTES
  const placed = placeIncidents(grid, incidents)
  const lastReportEpochMinutes = new Float64Array(grid.cells.length).fill(Number.NaN)
  const recent: number[] = []
  for (let i = 0; i < placed.count; i++) {
    const cell = placed.cell[i]!
    const occurred = placed.occurredEpochMinutes[i]!
    if (!(occurred <= atEpochMinutes)) continue
    if (atEpochMinutes - occurred <= keptMinutes) recent.push(i)
    const isReport = cell >= 0 && !placed.isDiscovered[i]
    if (
      isReport &&
      !(lastReportEpochMinutes[cell]! >= occurred) &&
      !isPlacedLoosely(grid, placed, i)
    ) {
      lastReportEpochMinutes[cell] = occurred
    }
  }
  return {
    rowCount: placed.count,
    recent: placedAt(placed, Uint32Array.from(recent)),
    lastReportEpochMinutes,
    months: areaMonths(placed, grid.areaIndex, {
      areaCount: areaCountOf(grid),
      untilEpochMinutes: atEpochMinutes,
    }),
  }
}

function areaCountOf({ areaIndex }: Grid): number {
  return areaIndex.reduce((most, area) => Math.max(most, area + 1), 0)
}

/** One record of the records of several pieces, on the same cells. */
export function joinRecords(records: readonly IncidentRecord[], cellCount: number): IncidentRecord {
  const lastReportEpochMinutes = new Float64Array(cellCount).fill(Number.NaN)
  for (const record of records) {
    record.lastReportEpochMinutes.forEach((reported, cell) => {
      const isLater = !(lastReportEpochMinutes[cell]! >= reported)
      if (isLater && !Number.isNaN(reported)) lastReportEpochMinutes[cell] = reported
    })
  }
  return {
    rowCount: records.reduce((sum, { rowCount }) => sum + rowCount, 0),
    recent: joinPlaced(records.map(({ recent }) => recent)),
    lastReportEpochMinutes,
    months: joinAreaMonths(records.map(({ months }) => months)),
  }
}

/** So many rows are handed to a worker at a time: 16 MB, a copy of some milliseconds. */
const ROWS_PER_PIECE = 250_000

/** Incidents in pieces with what a record reads of them, and no more: copies that may be handed over. */
export function* incidentPieces(
  batches: readonly Columns[],
  rowsPerPiece = ROWS_PER_PIECE,
): Generator<Columns> {
  for (const batch of batches) {
    for (let from = 0; from < batch.rowCount; from += rowsPerPiece) {
      yield pieceOf(batch, from, Math.min(batch.rowCount, from + rowsPerPiece))
    }
  }
}

const FIELDS_READ = [
  'occurredEpochMinutes',
  'category',
  'severityShare',
  'confidenceShare',
  'affectedPeopleCount',
  'detection',
  'positionErrorMetres',
]

function pieceOf({ geometry, fields }: Columns, from: number, to: number): Columns {
  const cut = FIELDS_READ.flatMap((name): [string, Column][] => {
    const column = fields[name]
    return column && column.type !== 'text' ? [[name, cutColumn(column, from, to)]] : []
  })
  return {
    rowCount: to - from,
    geometry:
      geometry.type === 'points'
        ? { type: 'points', positions: geometry.positions.slice(2 * from, 2 * to) }
        : geometry,
    fields: Object.fromEntries(cut),
  }
}

function cutColumn(
  column: Exclude<Column, { readonly type: 'text' }>,
  from: number,
  to: number,
): Column {
  return column.type === 'number'
    ? { type: 'number', values: column.values.slice(from, to) }
    : { type: 'category', codes: column.codes.slice(from, to), labels: column.labels }
}
