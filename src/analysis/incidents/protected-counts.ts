import { type Columns, categoriesOf, labelAt, numbersOf } from '#core/columns/columns.ts'
import { LEAST_PROTECTED_COUNT } from '#core/disclosure-limits.ts'
import { type DisclosedTable, discloseCounts } from '../disclosure.ts'

/** Protected incidents by county and year, as they may be shown. */
export type ProtectedCounts = {
  /** Index of each row's county in the ground, ascending; its length stands for "not known". */
  readonly areas: readonly number[]
  /** Of each column, ascending; the first stands for all up to it. */
  readonly years: readonly number[]
  readonly shown: DisclosedTable
}

const YEAR_COUNT = 4

/**
 * The one way to read protected incidents: whole calendar years of the whole record, whatever the
 * planning instant, so that no two windows can be subtracted from each other, and no count under ten.
 *
 * @param batches datasets of kind `protectedIncidents`.
 */
export function protectedCounts(
  batches: readonly Columns[],
  areaIds: readonly string[],
): ProtectedCounts {
  const index = new Map(areaIds.map((id, area) => [id, area]))
  const told = batches.flatMap((batch) => {
    const counties = categoriesOf(batch, 'areaId')
    const [months, counts] = [numbersOf(batch, 'month'), numbersOf(batch, 'incidentCount')]
    return Array.from({ length: batch.rowCount }, (_, row) => ({
      area: index.get(labelAt(counties, row) ?? '') ?? areaIds.length,
      year: Math.floor(months[row]! / 12),
      count: counts[row]!,
    })).filter(({ year, count }) => Number.isFinite(year) && count > 0)
  })
  const last = Math.max(...told.map(({ year }) => year))
  const yearIn = (year: number) => Math.max(year, last - YEAR_COUNT + 1)
  const ascending = (values: readonly number[]) => [...new Set(values)].sort((a, b) => a - b)
  const areas = ascending(told.map(({ area }) => area))
  const years = ascending(told.map(({ year }) => yearIn(year)))
  const counts = areas.map(() => years.map(() => 0))
  for (const { area, year, count } of told) {
    counts[areas.indexOf(area)]![years.indexOf(yearIn(year))]! += count
  }
  return { areas, years, shown: discloseCounts(counts, LEAST_PROTECTED_COUNT) }
}
