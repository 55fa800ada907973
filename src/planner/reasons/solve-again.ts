import { searchFrom } from '../choices/search-from.ts'
import { coverModelOf, UNITS_PER_POINT } from '../engines/cover-model.ts'
import { greedyLaydown } from '../engines/greedy.ts'
import { isBetter } from '../engines/is-better.ts'
import { isFeasible, type Laydown, laydownOf } from '../engines/laydown.ts'
import { createLevelBound } from '../engines/level-bound.ts'
import type { SearchSettings } from '../index.ts'
import type { PlanProblem } from '../problem.ts'
import type { Steps } from '../steps.ts'

/** How each changed problem is searched: from the plan, so that a few moves are enough. */
export type AgainSettings = SearchSettings & {
  /** Steps of a bound that tells the most that could be gained; 0: none is worked out. */
  readonly boundSteps: number
}

/**
 * Searches on from a plan under a changed problem; on equal worth it stays the plan. Where the plan is
 * not allowed there (what is no longer held at a place that is not to be used may not stay) it
 * searches from a first laydown.
 */
export function* solvedAgain(
  problem: PlanProblem,
  plan: Int32Array,
  settings: SearchSettings,
): Steps<Laydown> {
  const model = coverModelOf(problem)
  const given = laydownOf(model, plan)
  const start = isFeasible(given) ? given : greedyLaydown(model)
  const found = yield* searchFrom(model, start.count, settings)
  return isBetter(found, start) ? found : start
}

/** Points that no laydown of a problem passes; null if no steps were to be made. */
export function pointsBound({ model, objective, count }: Laydown, steps: number): number | null {
  if (steps === 0) return null
  const bound = createLevelBound(model, laydownOf(model, count))
  for (let step = 0; step < steps && bound.bound > objective; step++) bound.tighten(objective)
  return Math.max(bound.bound, objective) / UNITS_PER_POINT
}
