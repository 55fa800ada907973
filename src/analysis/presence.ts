import type { Visits } from './patrols/visits.ts'
import type { PresenceSurface } from './situation.ts'

const MINUTES_PER_DAY = 1440

export type PresenceOptions = {
  readonly cellCount: number
  readonly atEpochMinutes: number
  /** Visits are counted over so many days; the last visit is looked for in all records. */
  readonly windowDays: number
  /** After so many days a visit counts for half. No source gives it for villages: show it. */
  readonly halfLifeDays: number
}

/**
 * What patrols did per cell up to an instant: visits in the window, days since the last one, and
 * 1 − Π(1 − 0.5^(age/half-life)) over the visits in the window.
 *
 * @source analysis.md §6.1, §6.2; reference 04-patrol/coverage_metrics.json.
 */
export function presenceSurface(
  visits: Pick<Visits, 'cell' | 'epochMinutes'>,
  options: PresenceOptions,
): PresenceSurface {
  const { cellCount, atEpochMinutes, windowDays, halfLifeDays } = options
  const visitCount = new Float64Array(cellCount)
  const daysSinceVisit = new Float64Array(cellCount).fill(Number.NaN)
  const absenceShare = new Float64Array(cellCount).fill(1)
  for (let i = 0; i < visits.cell.length; i++) {
    const cell = visits.cell[i]!
    const ageDays = (atEpochMinutes - visits.epochMinutes[i]!) / MINUTES_PER_DAY
    if (cell < 0 || !(ageDays >= 0)) continue
    const before = daysSinceVisit[cell]!
    if (!(before <= ageDays)) daysSinceVisit[cell] = ageDays
    if (ageDays > windowDays) continue
    visitCount[cell]!++
    absenceShare[cell]! *= 1 - 0.5 ** (ageDays / halfLifeDays)
  }
  return { visitCount, daysSinceVisit, presenceShare: absenceShare.map((share) => 1 - share) }
}
