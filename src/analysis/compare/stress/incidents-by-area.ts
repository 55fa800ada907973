import type { Operation } from '#core/records/operation.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import type { Ground } from '../../ground.ts'
import type { IncidentRecord } from '../../incidents/incident-record.ts'

const MINUTES_PER_DAY = 1440

/** Incidents of the operation's window by area; null: nobody keeps a record. */
export function incidentsByArea(
  { grid, areaNames }: Ground,
  { rowCount, recent }: IncidentRecord,
  { planningAt, incidentWindowDays }: Pick<Operation, 'planningAt' | 'incidentWindowDays'>,
): number[] | null {
  if (rowCount === 0) return null
  const counts = areaNames.map(() => 0)
  const from = epochMinutesOf(planningAt) - incidentWindowDays * MINUTES_PER_DAY
  for (let i = 0; i < recent.count; i++) {
    const area = recent.cell[i]! < 0 ? -1 : grid.areaIndex[recent.cell[i]!]!
    if (area >= 0 && recent.occurredEpochMinutes[i]! >= from) counts[area]! += 1
  }
  return counts
}
