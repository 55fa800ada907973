import { epochMinutesOf } from '#core/time/instant.ts'
import { opportunityToReport } from '../../measures/opportunity.ts'
import type { StudyFacts } from '../study.ts'

/** Per cell, whether anybody could have reported in the last days: 1 or 0. */
export function reportOpportunity(
  { ground, operation, incidents, situation }: StudyFacts,
  windowDays = operation.incidentWindowDays,
): Uint8Array {
  return opportunityToReport(ground, incidents.recent, {
    atEpochMinutes: epochMinutesOf(operation.planningAt),
    windowDays,
    visitCount: situation.presence.visitCount,
  })
}
