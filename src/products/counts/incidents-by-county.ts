import { discloseParts } from '#analysis/disclosure.ts'
import { areaAt } from '#core/admin-path.ts'
import { numbersOf } from '#core/columns/columns.ts'
import { countiesAmong, countyOf } from '#core/county-level.ts'
import { LEAST_CELL_COUNT } from '#core/disclosure-limits.ts'
import { isOutside } from '../levels/levels.ts'
import { roundedCount } from '../levels/told-count.ts'
import { digestPeriod, type Period } from '../levels/told-period.ts'
import { observedOf } from './observed.ts'
import { type CountFacts, periodOf } from './period-of.ts'

/** Incidents of a period by county; null counts are hidden. */
export type CountyIncidents = {
  readonly period: Period
  /** Whether records go over the whole of it: without it a low count says nothing. */
  readonly isRecorded: boolean
  readonly total: number | null
  /** By name; the last, null, lies in no county. */
  readonly counties: readonly { readonly name: string | null; readonly count: number | null }[]
}

/**
 * Incidents by county and period. Outside the staff the period is the last whole month, and no count of
 * 1 to 4 is told nor can be worked out, and others are to the nearest 5. 20 µs an incident of the period.
 */
export function incidentsByCounty(facts: CountFacts): CountyIncidents | null {
  const observed = observedOf(facts, 'incidents', 'occurredEpochMinutes')
  if (!observed) return null
  const { level } = facts.deck
  const { areas } = facts.document.tables
  const period = digestPeriod(periodOf(facts), level)
  const names = new Map(countiesAmong(areas.values()).map(({ id, name }) => [id, name]))
  const counts = new Map<string | null, number>([...names.keys(), null].map((id) => [id, 0]))
  for (const batch of observed.batches) {
    const { geometry } = batch
    if (geometry.type !== 'points') continue
    numbersOf(batch, 'occurredEpochMinutes').forEach((time, row) => {
      if (!(time >= period.from && time < period.until)) return
      const [lon, lat] = geometry.positions.subarray(2 * row, 2 * row + 2)
      const county = countyOf(areas, areaAt(areas, [lon!, lat!])?.id ?? null)
      counts.set(county, (counts.get(county) ?? 0) + 1)
    })
  }
  const entries = [...counts].map(([id, count]) => ({ name: names.get(id ?? '') ?? null, count }))
  const all = entries.reduce((sum, { count }) => sum + count, 0)
  const total = isOutside(level) && all > 0 && all < LEAST_CELL_COUNT ? null : all
  const parts = entries.map(({ count }) => count)
  const shown = isOutside(level) ? discloseParts(parts, total) : parts
  return {
    period,
    isRecorded: observed.from <= period.from && observed.until >= period.until,
    total: isOutside(level) ? roundedCount(total) : total,
    counties: entries.map(({ name }, index) => ({
      name,
      count: isOutside(level) ? roundedCount(shown[index] ?? null) : (shown[index] ?? null),
    })),
  }
}
