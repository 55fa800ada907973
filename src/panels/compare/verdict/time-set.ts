import type { Operation } from '#core/records/operation.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { ageText } from '#core/time/freshness.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { pictureNowAt } from '#core/time/picture-now.ts'

type Asked = Pick<Operation, 'isExercise' | 'planningAt' | 'decisionSought'>

/**
 * How a decision stands to the time that was set for it, by the operation's own clock; an exercise stands
 * still while the clock that stamps the record goes on, so there it says which of them is meant. Null: no
 * time is set, or it was in time by both.
 */
export function timeSetText(operation: Asked, decidedAt: string): string | null {
  const byAt = operation.decisionSought?.byAt
  if (!byAt) return null
  const ownAt = pictureNowAt(operation, decidedAt)
  const isAfter = (at: string) => epochMinutesOf(at) > epochMinutesOf(byAt)
  if (isAfter(ownAt)) return `${ageText(byAt, ownAt)} after the time set, ${dateTimeGroup(byAt)}`
  if (!isAfter(decidedAt)) return null
  return `in time by the clock of the exercise, ${dateTimeGroup(ownAt)}`
}
