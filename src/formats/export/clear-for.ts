import { LEAST_CELL_COUNT, surveyDisplay } from '#core/disclosure-limits.ts'
import { metresBetween } from '#core/geo/distance.ts'
import { cellAt, cellCentre, cellCorners } from '#core/geo/grid.ts'
import type { LonLat, Sensitivity } from '#core/place.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import {
  dateCell,
  type ExportCell,
  type ExportRole,
  type ExportRow,
  type ExportTable,
  pointAt,
} from './export-table.ts'

/** Levels from what anyone may see to what hardly anyone may. */
export const AUDIENCES: readonly Sensitivity[] = ['low', 'moderate', 'high', 'severe']

/** A table as an audience may have it; null: not at all. The sentence says what was kept back. */
export type Cleared = { readonly table: ExportTable | null; readonly withheld: string | null }

/** H3 resolution that positions are coarsened to: cells some 3 km from middle to corner. */
const COARSE_RESOLUTION = 6
/** Nothing younger than this leaves above its level (a guess of analysis.md §9). */
const DELAY_HOURS = 72
const DAY_MINUTES = 1440

/**
 * A table as it may be handed to an audience. What is labelled above the audience's level stays here,
 * but for dated points of a label up to "high": they go as cells and days, three days late, without
 * titles, small counts and file names. Surveys of few people go to planners only.
 *
 * @param now UTC ISO.
 * @source analysis.md §9.
 */
export function clearFor(table: ExportTable, audience: Sensitivity, now: string): Cleared {
  const isAbove = AUDIENCES.indexOf(table.sensitivity) > AUDIENCES.indexOf(audience)
  if (!isAbove) return withoutSmallSamples(table, audience)
  if (table.sensitivity !== 'severe' && isOfDatedPoints(table)) return coarsened(table, now)
  const why = `labelled ${table.sensitivity}, above ${audience}`
  return { table: null, withheld: `${table.title}: kept back, ${why}.` }
}

function isOfDatedPoints({ columns, layer }: ExportTable): boolean {
  const has = (role: ExportRole) => columns.some((column) => column.role === role)
  return layer === 'incidents' && has('occurredAt') && has('positionErrorMetres')
}

function coarsened(table: ExportTable, now: string): Cleared {
  const latest = epochMinutesOf(now) - 60 * DELAY_HOURS
  const timeAt = table.columns.findIndex(({ role }) => role === 'occurredAt')
  const told = table.rows.filter(({ cells }) => {
    const time = cells[timeAt]
    return typeof time === 'string' && epochMinutesOf(time) <= latest
  })
  const kept = table.columns.map(({ role }) => role !== 'detail')
  const onlyKept = <T>(list: readonly T[]) => list.filter((_, index) => kept[index])
  const rows = told.map((row) => {
    const coarse = coarseRow(table, row)
    return { ...coarse, cells: onlyKept(coarse.cells) }
  })
  const lateCount = table.rows.length - rows.length
  const late = lateCount > 0 ? `, ${lateCount} of the last ${DELAY_HOURS} hours left out` : ''
  const withheld = `${table.title}: made coarser, as labelled ${table.sensitivity}: places to H3 cells of resolution ${COARSE_RESOLUTION}, times to days, no titles, no ways of reporting, no counts under ${LEAST_CELL_COUNT}${late}.`
  if (rows.length === 0) return { table: null, withheld }
  return {
    table: {
      ...table,
      columns: onlyKept(table.columns),
      rows,
      provenance: { ...table.provenance, file: null },
    },
    withheld,
  }
}

function coarseRow({ columns }: ExportTable, { cells, geometry }: ExportRow): ExportRow {
  const position = geometry?.type === 'points' ? geometry.points[0] : undefined
  const cell = position ? cellAt(position, COARSE_RESOLUTION) : null
  const centre = cell === null ? null : cellCentre(cell)
  const radius = cell === null || !centre ? 0 : radiusOf(cell, centre)
  return {
    cells: columns.map(({ role }, index) => coarseCell(role, cells[index] ?? null, radius)),
    geometry: centre ? pointAt(centre) : null,
  }
}

function radiusOf(cell: string, centre: LonLat): number {
  return Math.ceil(Math.max(...cellCorners(cell).map((corner) => metresBetween(centre, corner))))
}

/** Of a position that was rough already, the roundness of its error says nothing. */
function coarseCell(role: ExportRole | null, value: ExportCell, radius: number): ExportCell {
  if (role === 'positionErrorMetres') {
    return radius + (typeof value === 'number' ? Math.ceil(value / 1000) * 1000 : 0)
  }
  if (role === 'occurredAt' && typeof value === 'string') {
    return dateCell(Math.floor(epochMinutesOf(value) / DAY_MINUTES) * DAY_MINUTES)
  }
  if (role === 'peopleCount' && typeof value === 'number' && value < LEAST_CELL_COUNT) return null
  return value
}

/** Answers of under ten people are left out, of under thirty their shares, but for planners. */
function withoutSmallSamples(table: ExportTable, audience: Sensitivity): Cleared {
  const sampleAt = table.columns.findIndex(({ role }) => role === 'sampleCount')
  if (sampleAt < 0 || AUDIENCES.indexOf(audience) >= AUDIENCES.indexOf('high')) {
    return { table, withheld: null }
  }
  const displayOf = ({ cells }: ExportRow) => {
    const count = cells[sampleAt]
    return surveyDisplay(typeof count === 'number' ? count : 0, 0)
  }
  const shown = table.rows.filter((row) => displayOf(row) !== 'suppressed')
  const hidden = shown.filter((row) => displayOf(row) === 'noValue')
  const rows = shown.map((row) =>
    displayOf(row) === 'noValue' ? { ...row, cells: withoutShares(table, row) } : row,
  )
  const leftCount = table.rows.length - shown.length
  if (leftCount + hidden.length === 0) return { table, withheld: null }
  const withheld = `${table.title}: ${leftCount} rows of under 10 people left out, shares of ${hidden.length} rows of under 30 too.`
  return { table: rows.length > 0 ? { ...table, rows } : null, withheld }
}

function withoutShares({ columns }: ExportTable, { cells }: ExportRow): ExportCell[] {
  return cells.map((cell, index) => (columns[index]?.role === 'share' ? null : cell))
}
