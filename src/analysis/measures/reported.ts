import { categoryAt, incidentMass } from '../cells/incident-cells.ts'
import { smoothedRates } from '../statistics/empirical-bayes.ts'
import type { MeasureFacts, MeasureSurface } from './measure.ts'

const DAYS_PER_YEAR = 365.25

/**
 * Sums a weight over the incidents of the window that people or media reported; what patrols
 * discovered is left out, or patrols would be sent where patrols were. NaN where there is none and
 * nobody could have reported one.
 */
export function reportedMass(
  { input, incidents: { recent }, atEpochMinutes, hasOpportunity }: MeasureFacts,
  weightOf: (index: number) => number,
): Float64Array {
  const windowMinutes = input.operation.incidentWindowDays * 1440
  const mass = incidentMass(input.ground, recent, (i) => {
    const ageMinutes = atEpochMinutes - recent.occurredEpochMinutes[i]!
    const counts = ageMinutes >= 0 && ageMinutes <= windowMinutes && !recent.isDiscovered[i]
    return counts ? weightOf(i) : 0
  })
  return mass.map((sum, cell) => (sum > 0 || hasOpportunity[cell] ? sum : Number.NaN))
}

/**
 * Reported incidents per 10,000 people a year, each counted as far as it is believed, drawn towards
 * the rate of the neighbouring cells where few people live (analysis.md §3.10). NaN where nobody
 * lives or nobody could have reported.
 */
export function reportedRate(
  facts: MeasureFacts,
  isCounted: (category: string | null) => boolean,
): MeasureSurface {
  const { input, incidents } = facts
  const { recent } = incidents
  const { grid, peopleCount } = input.ground
  if (incidents.rowCount === 0) return nothing(grid.cells.length)
  const count = reportedMass(facts, (i) =>
    isCounted(categoryAt(recent, i)) ? recent.confidenceShare[i]! : 0,
  )
  const years = input.operation.incidentWindowDays / DAYS_PER_YEAR
  const exposure = peopleCount.map((people) => (people * years) / 10_000)
  const values = smoothedRates({ count, exposure }, grid.neighbourOffsets, grid.neighbours)
  return { values, confidenceShare: null }
}

/** A measure for which there are no facts at all. */
export function nothing(cellCount: number): MeasureSurface {
  return { values: new Float64Array(cellCount).fill(Number.NaN), confidenceShare: null }
}
