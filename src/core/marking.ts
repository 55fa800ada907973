import type { Operation } from './records/operation.ts'

/** The handling mark; an exercise says so even where its mark does not. */
export function markingText({
  marking,
  isExercise,
}: Pick<Operation, 'marking' | 'isExercise'>): string {
  const isSaid = /exercise/i.test(marking)
  return isExercise && !isSaid ? `${marking || 'UNCLASSIFIED'} // EXERCISE` : marking
}
