import type { Operation } from '../records/operation.ts'
import { epochMinutesOf } from './instant.ts'

/**
 * The instant from which ages are counted, on a desktop and on a wall. An exercise has its own time,
 * which stands still; elsewhere a screen that is left on grows old with the clock, though nobody moves
 * the picture.
 */
export function pictureNowAt(
  { isExercise, planningAt }: Pick<Operation, 'isExercise' | 'planningAt'>,
  clockAt: string,
): string {
  if (isExercise) return planningAt
  return epochMinutesOf(clockAt) > epochMinutesOf(planningAt) ? clockAt : planningAt
}
