import { UNITS_PER_POINT } from '../engines/cover-model.ts'
import { isFeasible, type Laydown, laydownOf } from '../engines/laydown.ts'
import { tenths } from '../sentences.ts'
import { pointsBound } from './solve-again.ts'

/** What a changed problem is worth beside the plan. */
export type Gain = {
  /** Points that a search found; never below 0. */
  readonly gainPoints: number
  /** No plan gains more; null: no bound was worked out. */
  readonly mostGainPoints: number | null
}

const LEAST_POINTS = 0.01

/**
 * What a search finds that the plan's own problem allows too is no gain of the change.
 *
 * @param settled the plan, searched on with the same effort.
 * @param found the same under the changed problem.
 */
export function gainBetween(settled: Laydown, found: Laydown, boundSteps: number): Gain {
  const worth = settled.objective / UNITS_PER_POINT
  const isOwn = isFeasible(laydownOf(settled.model, found.count))
  const gainPoints = isOwn ? 0 : Math.max(0, found.objective / UNITS_PER_POINT - worth)
  const most = pointsBound(found, boundSteps)
  return { gainPoints, mostGainPoints: most === null ? null : Math.max(gainPoints, most - worth) }
}

/** "One more Platoon would add 0.3 points; 0.6 at most."; that it would add nothing is said of what is proven alone. */
export function gainSentence(name: string, { gainPoints, mostGainPoints }: Gain): string {
  const limit =
    mostGainPoints === null || mostGainPoints - gainPoints < LEAST_POINTS
      ? ''
      : `; ${(Math.ceil(mostGainPoints * 10) / 10).toFixed(1)} at most`
  if (gainPoints >= LEAST_POINTS) return `${name} would add ${tenths(gainPoints)} points${limit}.`
  const isProven = mostGainPoints !== null && mostGainPoints < LEAST_POINTS
  return isProven
    ? `${name} would add nothing; proven.`
    : `${name} would add nothing that was found${limit}.`
}
