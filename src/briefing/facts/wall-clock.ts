import type { Operation } from '#core/records/operation.ts'
import { epochMinutesOf } from '#core/time/instant.ts'

/**
 * The instant from which ages on the wall are counted. An exercise has its own time, which stands
 * still; elsewhere a wall that is left on grows old with the clock, though nobody moves the picture.
 */
export function wallNowAt(
  { isExercise, planningAt }: Pick<Operation, 'isExercise' | 'planningAt'>,
  clockAt: string,
): string {
  if (isExercise) return planningAt
  return epochMinutesOf(clockAt) > epochMinutesOf(planningAt) ? clockAt : planningAt
}
