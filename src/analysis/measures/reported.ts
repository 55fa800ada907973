import { categoryAt, incidentMass } from '../incidents/incident-cells.ts'
import { smoothedRates } from '../statistics/empirical-bayes.ts'
import type { MeasureFacts, MeasureSurface } from './measure.ts'

const DAYS_PER_YEAR = 365.25

/** What counts of reports are taken from. */
export type ReportFacts = Pick<MeasureFacts, 'incidents' | 'atEpochMinutes' | 'hasOpportunity'> & {
  readonly input: Pick<MeasureFacts['input'], 'ground' | 'operation'>
}

/**
 * Sums a weight over the incidents of the window that people or media reported; what patrols
 * discovered is left out, or patrols would be sent where patrols were. NaN where there is none and
 * nobody could have reported one.
 */
export function reportedMass(
  { input, incidents: { recent }, atEpochMinutes, hasOpportunity }: ReportFacts,
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
 * Reported incidents of the window, each counted as far as it is believed, over ten thousand people
 * and years: what rates are made of.
 */
export function reportedRates(
  facts: ReportFacts,
  isCounted: (category: string | null) => boolean,
): { readonly count: Float64Array; readonly exposure: Float64Array } {
  const { input, incidents } = facts
  const { recent } = incidents
  const count = reportedMass(facts, (i) =>
    isCounted(categoryAt(recent, i)) ? recent.confidenceShare[i]! : 0,
  )
  const years = input.operation.incidentWindowDays / DAYS_PER_YEAR
  return { count, exposure: input.ground.peopleCount.map((people) => (people * years) / 10_000) }
}

/**
 * Reported incidents per 10,000 people a year, drawn towards the rate of the neighbouring cells where
 * few people live (analysis.md §3.10). NaN where nobody lives or nobody could have reported.
 */
export function reportedRate(
  facts: MeasureFacts,
  isCounted: (category: string | null) => boolean,
): MeasureSurface {
  const { grid } = facts.input.ground
  if (facts.incidents.rowCount === 0) return nothing(grid.cells.length)
  const rates = reportedRates(facts, isCounted)
  return {
    values: smoothedRates(rates, grid.neighbourOffsets, grid.neighbours),
    confidenceShare: null,
  }
}

/** A measure for which there are no facts at all. */
export function nothing(cellCount: number): MeasureSurface {
  return { values: new Float64Array(cellCount).fill(Number.NaN), confidenceShare: null }
}
