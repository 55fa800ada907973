import { counted } from '#core/figures.ts'
import type { StressAnswer } from './stress.ts'

/** Nineteen draws in twenty are to bear a difference out, so fewer say nothing of any. */
export const LEAST_DRAWS = 20

/** Whether an answer has too few draws to say who holds out, or how far a value may lie off; as measured is enough. */
export function isTooFew({ drawCount }: Pick<StressAnswer, 'drawCount'>): boolean {
  return drawCount > 0 && drawCount < LEAST_DRAWS
}

/** "Stopped after 1 draw: too few to say who holds out." */
export function tooFewText({ drawCount, wasStopped }: StressAnswer): string {
  const draws = counted(drawCount, 'draw')
  return `${wasStopped ? `Stopped after ${draws}` : `Only ${draws}`}: too few to say who holds out.`
}
