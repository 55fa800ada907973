import { searchFrom } from '../choices/search-from.ts'
import type { AnnealingSettings } from '../engines/annealing.ts'
import { type CoverModel, coverModelOf, UNITS_PER_POINT } from '../engines/cover-model.ts'
import { fillGreedily, greedyLaydown } from '../engines/greedy.ts'
import { isBetter } from '../engines/is-better.ts'
import { isFeasible, type Laydown, laydownOf } from '../engines/laydown.ts'
import { createPriceBound } from '../engines/price-bound.ts'
import type { SearchSettings } from '../index.ts'
import type { PlanProblem } from '../problem.ts'
import type { Steps } from '../steps.ts'

/** How each changed problem is searched: from the plan, so that a few moves are enough. */
export type AgainSettings = SearchSettings & {
  /** Steps of a bound that tells the most that could be gained; 0: none is worked out. */
  readonly boundSteps: number
}

/** The effort of a job of its own; seeds are those of the plan. */
export const AGAIN: Omit<AgainSettings, 'seed'> = { maxMoves: 20_000, boundSteps: 300 }

/** Groups under all slots together up to which a plan can be explained with the effort of a job. */
const SMALL_COUNT = 1_000

/** The effort that a plan’s own explanation can afford: some 30 ms a search at country scale, a descent without a bound. */
export function effortAtOnce({ groups }: CoverModel): AgainSettings & AnnealingSettings {
  const descent = { maxMoves: 8_000, boundSteps: 0, isDescent: true }
  const effort = groups.length <= SMALL_COUNT ? AGAIN : descent
  return { seed: 1, ...effort }
}

/** Searches on from a plan under a changed problem, as `solvedOn` does. */
export function* solvedAgain(
  problem: PlanProblem,
  plan: Int32Array,
  settings: SearchSettings,
): Steps<Laydown> {
  return yield* solvedOn(coverModelOf(problem), plan, settings)
}

/**
 * Adds what can be added to a plan and searches on; on equal worth it stays the plan. Where the plan is
 * not allowed (what is no longer held at a place that is not to be used may not stay) it searches
 * from a first laydown.
 */
export function* solvedOn(
  model: CoverModel,
  plan: Int32Array,
  settings: AnnealingSettings,
): Steps<Laydown> {
  const given = laydownOf(model, plan)
  const start = isFeasible(given) ? given : greedyLaydown(model)
  const filled = laydownOf(model, start.count)
  fillGreedily(filled)
  const found = yield* searchFrom(model, filled.count, settings)
  return isBetter(found, start) ? found : start
}

/** Points that no laydown of a problem passes; null if no steps were to be made. */
export function pointsBound({ model, objective, count }: Laydown, steps: number): number | null {
  if (steps === 0) return null
  const bound = createPriceBound(model, laydownOf(model, count))
  for (let step = 0; step < steps && bound.bound > objective; step++) bound.tighten(objective)
  return Math.max(bound.bound, objective) / UNITS_PER_POINT
}
