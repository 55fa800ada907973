import { counted } from '#core/figures.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import type { StudyBlock, StudyFacts } from '../study.ts'

const MINUTES_PER_DAY = 1440
/** Older than this, the last patrol on record is worth a warning. */
const FRESH_DAYS = 7

/** How far the records of patrols reach. */
export type PatrolRecord = {
  readonly hasVisits: boolean
  /** The window, or as much of it as the records go back: what was before is not known. NaN without visits. */
  readonly periodDays: number
  readonly daysSinceLast: number
}

export function patrolRecordOf({ visits, operation }: StudyFacts): PatrolRecord {
  const at = epochMinutesOf(operation.planningAt)
  let [first, last] = [Number.NaN, Number.NaN]
  for (const minutes of visits.epochMinutes) {
    if (!(first <= minutes)) first = minutes
    if (!(last >= minutes)) last = minutes
  }
  const daysSinceFirst = Math.ceil((at - first) / MINUTES_PER_DAY)
  return {
    hasVisits: visits.cell.length > 0,
    periodDays: Math.min(operation.incidentWindowDays, Math.max(1, daysSinceFirst)),
    daysSinceLast: (at - last) / MINUTES_PER_DAY,
  }
}

/** What a person should know of the records before reading anything from them. */
export function recordWarnings(
  { periodDays, daysSinceLast }: PatrolRecord,
  { operation }: StudyFacts,
): readonly StudyBlock[] {
  const warnings: string[] = []
  if (periodDays < operation.incidentWindowDays) {
    warnings.push(
      `Records of patrols go back ${counted(periodDays, 'day')} only; what was before is not known and not counted.`,
    )
  }
  if (daysSinceLast > FRESH_DAYS) {
    warnings.push(
      `The last patrol on record is ${counted(Math.round(daysSinceLast), 'day')} old: newer ones may be missing.`,
    )
  }
  return warnings.map((text) => ({ type: 'sentence', tone: 'watch', text }))
}

/** Without any record nothing can be said: nobody knows where patrols went, which is not nowhere. */
export const NO_PATROLS: StudyBlock = {
  type: 'sentence',
  tone: 'watch',
  text: 'No patrol is on record. That does not mean that nobody went: import patrol tracks first.',
}
