import { type Columns, categoriesOf, labelAt, numbersOf } from '#core/columns/columns.ts'
import type { Ground } from './ground.ts'
import type { IncidentRecord } from './incidents/incident-record.ts'
import type { EvidenceSurface } from './situation.ts'

const MINUTES_PER_DAY = 1440

/** Below this many people asked a survey gives no value (analysis.md §3.9). */
export const LEAST_SAMPLE_COUNT = 30

/**
 * When anybody last could have told us something about each cell. What a patrol discovered counts
 * as patrol, not as report; an incident placed more loosely than a cell speaks for no cell.
 *
 * @param daysSincePatrol as `presenceSurface` gives it.
 */
export function evidenceSurface(
  ground: Ground,
  facts: {
    readonly daysSincePatrol: Float64Array
    readonly incidents: IncidentRecord
    readonly surveys: readonly Columns[]
    readonly atEpochMinutes: number
  },
): EvidenceSurface {
  const { daysSincePatrol, incidents, surveys, atEpochMinutes } = facts
  const daysSinceReport = incidents.lastReportEpochMinutes.map(
    (reported) => (atEpochMinutes - reported) / MINUTES_PER_DAY,
  )
  const surveyed = surveyedAtByArea(ground.areaIds, surveys, atEpochMinutes)
  const daysSinceSurvey = Float64Array.from(
    ground.grid.areaIndex,
    (area) => (atEpochMinutes - (surveyed[area] ?? Number.NaN)) / MINUTES_PER_DAY,
  )
  const daysSinceAny = daysSincePatrol.map((days, cell) =>
    least(days, daysSinceReport[cell]!, daysSinceSurvey[cell]!),
  )
  return { daysSincePatrol, daysSinceReport, daysSinceSurvey, daysSinceAny }
}

function surveyedAtByArea(
  areaIds: readonly string[],
  surveys: readonly Columns[],
  atEpochMinutes: number,
): Float64Array {
  const latest = new Float64Array(areaIds.length).fill(Number.NaN)
  const indexOf = new Map(areaIds.map((id, index) => [id, index]))
  for (const batch of surveys) {
    const areaId = categoriesOf(batch, 'areaId')
    const held = numbersOf(batch, 'heldEpochMinutes')
    const asked = numbersOf(batch, 'sampleCount')
    for (let row = 0; row < batch.rowCount; row++) {
      const area = indexOf.get(labelAt(areaId, row) ?? '')
      const heldAt = held[row]!
      if (area === undefined || !(heldAt <= atEpochMinutes)) continue
      if (asked[row]! >= LEAST_SAMPLE_COUNT && !(latest[area]! >= heldAt)) latest[area] = heldAt
    }
  }
  return latest
}

function least(...values: number[]): number {
  const known = values.filter((value) => !Number.isNaN(value))
  return known.length > 0 ? Math.min(...known) : Number.NaN
}
