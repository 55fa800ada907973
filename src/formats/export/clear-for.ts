import { LEAST_CELL_COUNT, surveyDisplay } from '#core/disclosure-limits.ts'
import { metresBetween } from '#core/geo/distance.ts'
import { cellAt, cellCentre, cellCorners } from '#core/geo/grid.ts'
import type { LonLat, Sensitivity } from '#core/place.ts'
import { isAbove } from '#core/sensitivity-order.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { AUDIENCE_NAMES } from './audiences.ts'
import {
  dateCell,
  type ExportCell,
  type ExportRole,
  type ExportRow,
  type ExportTable,
  pointAt,
} from './export-table.ts'
import { namesFile } from './file-names.ts'

/** A table as an audience may have it; null: not at all. The sentence says what was kept back. */
export type Cleared = { readonly table: ExportTable | null; readonly withheld: string | null }

/** H3 resolution that positions are coarsened to: cells some 3 km from middle to corner. */
const COARSE_RESOLUTION = 6
/** Nothing younger than this leaves above its level (a guess of analysis.md §9). */
const DELAY_HOURS = 72
const DAY_MINUTES = 1440
/** From this audience on: file names, data that may not be passed on, answers of few people. */
const PLANNERS: Sensitivity = 'high'
/** As the licences say it that an import knows, and as others do. */
export const NOT_PASSED_ON = /not (to )?be (passed on|shared|redistributed)|no redistribution/i

/**
 * A table as it may be handed to an audience. What is labelled above the audience's level stays here,
 * but for dated points of a label up to "high": they go as cells and days, three days late, without
 * titles, ways of reporting and small counts. None below planners are given names of files, data whose
 * licence forbids to pass it on, which units answer for a zone, answers to surveys of under ten people, or shares of under thirty.
 *
 * @param now UTC ISO.
 * @source analysis.md §9.
 */
export function clearFor(whole: ExportTable, audience: Sensitivity, now: string): Cleared {
  const isForPlanners = !isAbove(PLANNERS, audience)
  const table = isForPlanners ? whole : withoutUnits(withoutFileNames(whole))
  const keptBack = (why: string) => ({
    table: null,
    withheld: `${table.title}: kept back, ${why}.`,
  })
  const { licence } = table.provenance
  if (!isForPlanners && NOT_PASSED_ON.test(licence)) {
    return keptBack(`its licence lets it go no further than ${AUDIENCE_NAMES.high} ("${licence}")`)
  }
  if (!isAbove(table.sensitivity, audience)) {
    if (table.columns.length < whole.columns.length) {
      return { table, withheld: `${table.title}: without the units that answer for them.` }
    }
    return isForPlanners ? { table, withheld: null } : withoutSmallSamples(table)
  }
  if (table.sensitivity !== 'severe' && isOfDatedPoints(table)) return coarsened(table, now)
  return keptBack(`labelled ${table.sensitivity}, above ${audience}`)
}

function withoutFileNames(table: ExportTable): ExportTable {
  const { sources, files } = table.provenance
  const told = sources.filter((source) => !namesFile(source, files))
  return { ...table, provenance: { ...table.provenance, sources: told, files: [] } }
}

/** Units are labelled high wherever they are named. */
function withoutUnits(table: ExportTable): ExportTable {
  const kept = table.columns.map(({ role }) => role !== 'units')
  if (kept.every(Boolean)) return table
  const onlyKept = <T>(list: readonly T[]) => list.filter((_, index) => kept[index])
  return {
    ...table,
    columns: onlyKept(table.columns),
    rows: table.rows.map((row) => ({ ...row, cells: onlyKept(row.cells) })),
  }
}

function isOfDatedPoints({ columns }: ExportTable): boolean {
  const has = (role: ExportRole) => columns.some((column) => column.role === role)
  return has('occurredAt') && has('positionErrorMetres')
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
      provenance: { ...table.provenance, asOf: dayOf(table.provenance.asOf, latest) },
    },
    withheld,
  }
}

/** The day of an instant, but none after the latest that is told, which would tell of later rows. */
function dayOf(instantAt: string | null, latest: number): string | null {
  if (instantAt === null) return null
  return wholeDay(Math.min(epochMinutesOf(instantAt), latest))
}

function wholeDay(epochMinutes: number): string | null {
  return dateCell(Math.floor(epochMinutes / DAY_MINUTES) * DAY_MINUTES)
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
    return wholeDay(epochMinutesOf(value))
  }
  if (role === 'peopleCount' && typeof value === 'number' && value < LEAST_CELL_COUNT) return null
  return value
}

/** Answers of under ten people are left out, of under thirty their shares. */
function withoutSmallSamples(table: ExportTable): Cleared {
  const sampleAt = table.columns.findIndex(({ role }) => role === 'sampleCount')
  if (sampleAt < 0) return { table, withheld: null }
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
