import type { RawRecord } from '../../raw-table.ts'
import type { Sheet } from '../sheet.ts'

/**
 * Radius by `where_prec` of UCDP: 1 the place itself, 2 within some 25 km of it, 3 district, 4 province,
 * 5 along a line or somewhere vague, 6 country, 7 sea or air.
 *
 * @source UCDP GED codebook, "where_prec"; radii in the manner of `placeErrorMetres`.
 */
const UCDP_METRES: Readonly<Record<string, number>> = {
  1: 5_000,
  2: 25_000,
  3: 25_000,
  4: 60_000,
  5: 60_000,
  6: 200_000,
  7: 200_000,
}

/**
 * Radius by `geo_precision` of ACLED: 1 the town, 2 near a town or in a part of a region, 3 a region.
 *
 * @source ACLED codebook, "Geo-precision".
 */
const ACLED_METRES: Readonly<Record<string, number>> = { 1: 5_000, 2: 25_000, 3: 60_000 }

/** Days by `date_prec` of UCDP: 1 the day, 2 two to six days, 3 a week, 4 a month, 5 up to a year. */
const UCDP_DAYS: Readonly<Record<string, number>> = { 1: 0, 2: 3, 3: 4, 4: 16, 5: 183 }

/** Days by `time_precision` of ACLED: 1 the day, 2 the week, 3 the month. */
const ACLED_DAYS: Readonly<Record<string, number>> = { 1: 0, 2: 4, 3: 16 }

/** The columns in which UCDP, ACLED and our own exports say how exact they are; also cut to ten letters, as in shapefiles. */
export const PRECISION_FIELDS = [
  { field: 'ucdpPlace', aliases: ['where_prec', 'where_precision'] },
  { field: 'ucdpDate', aliases: ['date_prec', 'date_precision'] },
  { field: 'acledPlace', aliases: ['geo_precision', 'geo_precis', 'geoprecision'] },
  { field: 'errorDays', aliases: ['date_error_days', 'date_error'] },
  { field: 'acledDate', aliases: ['time_precision', 'time_preci', 'timeprecision'] },
] as const

/** How far the true place may lie off by the code of the publisher; null where there is none. */
export function codedMetresReader(sheet: Sheet): (record: RawRecord) => number | null {
  if (!sheet.has('ucdpPlace') && !sheet.has('acledPlace')) return () => null
  return (record) =>
    UCDP_METRES[codeIn(sheet, record, 'ucdpPlace')] ??
    ACLED_METRES[codeIn(sheet, record, 'acledPlace')] ??
    null
}

/** How many days the true day may lie off as stated or by the code of the publisher; null where there is neither. */
export function codedDaysReader(sheet: Sheet): (record: RawRecord) => number | null {
  if (!['errorDays', 'ucdpDate', 'acledDate'].some(sheet.has)) return () => null
  return (record) =>
    sheet.count(record, 'errorDays') ??
    UCDP_DAYS[codeIn(sheet, record, 'ucdpDate')] ??
    ACLED_DAYS[codeIn(sheet, record, 'acledDate')] ??
    null
}

function codeIn(sheet: Sheet, record: RawRecord, field: string): string {
  return sheet.text(record, field).replace(/\.0+$/, '')
}
