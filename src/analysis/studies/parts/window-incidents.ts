import { epochMinutesOf } from '#core/time/instant.ts'
import {
  categoryAt,
  isPlacedLoosely,
  type PlacedIncidents,
  placedAt,
} from '../../incidents/incident-cells.ts'
import { countsUnder } from '../options.ts'
import type { StudyChoices, StudyFacts } from '../study.ts'

/** Incidents of the last days that a study counts, one by one. */
export function windowIncidents(
  { ground, operation, incidents: { recent } }: StudyFacts,
  choices: StudyChoices,
  which: {
    readonly detection: 'reported' | 'discovered'
    /** Up to the planning instant; the window of the operation unless told. */
    readonly days?: number
    /** Known less exactly than this they are left out; all are kept unless told. */
    readonly mostErrorMetres?: number
    /** Whether those whose true place may be another cell are left out. */
    readonly isCellKnown?: boolean
  },
): PlacedIncidents {
  const { detection, mostErrorMetres = Number.POSITIVE_INFINITY, isCellKnown = false } = which
  const windowMinutes = (which.days ?? operation.incidentWindowDays) * 1440
  const atEpochMinutes = epochMinutesOf(operation.planningAt)
  const isCounted = countsUnder(choices)
  const kept: number[] = []
  for (let i = 0; i < recent.count; i++) {
    const ageMinutes = atEpochMinutes - recent.occurredEpochMinutes[i]!
    const isMeant =
      recent.cell[i]! >= 0 &&
      ageMinutes >= 0 &&
      ageMinutes <= windowMinutes &&
      (recent.isDiscovered[i] === 1) === (detection === 'discovered') &&
      recent.positionErrorMetres[i]! <= mostErrorMetres &&
      isCounted(categoryAt(recent, i))
    if (isMeant && !(isCellKnown && isPlacedLoosely(ground.grid, recent, i))) kept.push(i)
  }
  return placedAt(recent, Uint32Array.from(kept))
}

/** How many of them lie in each cell. */
export function countByCell({ cell }: PlacedIncidents, cellCount: number): Float64Array {
  const counts = new Float64Array(cellCount)
  for (const one of cell) counts[one]!++
  return counts
}
