import { createAnnealing } from './annealing.ts'
import { type CoverModel, UNITS_PER_POINT } from './cover-model.ts'
import type { Engine } from './engine.ts'
import { fillGreedily, greedyLaydown, restoreIdle } from './greedy.ts'
import { isBetter } from './is-better.ts'
import { laydownOf } from './laydown.ts'
import { createPriceBound } from './price-bound.ts'

/** How often a search's best is completed and shown: at set moves, so that asking changes nothing. */
const POLISH_COUNT = 50
/** Steps of the bound after which its prices guide the search, and how often these are looked at again. */
const FIRST_GUIDE = 150
const STEPS_A_GUIDE = 50

/** Several types under all limits: greedy, annealing and the Lagrangian bound, whose prices tell where to draw. */
export function coverEngine(
  model: CoverModel,
  settings: { readonly seed: number; readonly maxMoves: number },
): Engine {
  const first = greedyLaydown(model)
  const search = createAnnealing(laydownOf(model, first.count), settings)
  const limit = createPriceBound(model, first)
  const interval = Math.max(1, Math.floor(settings.maxMoves / POLISH_COUNT))
  let best = first
  let steps = 0
  const polish = () => {
    const laydown = laydownOf(model, search.best)
    fillGreedily(laydown)
    restoreIdle(laydown)
    if (isBetter(laydown, best)) best = laydown
  }
  return {
    sense: 'max',
    movesPerBoundStep: 2_000,
    boundStepCount: 10_000,
    objective: () => best.objective / UNITS_PER_POINT,
    bound: () => (limit.bound === Infinity ? null : limit.bound / UNITS_PER_POINT),
    laydown: () => best.count.slice(),
    move() {
      search.move()
      if (search.moves % interval === 0 || search.moves === settings.maxMoves) polish()
    },
    tighten() {
      if (limit.isSpent) return
      limit.tighten(search.bestObjective)
      steps += 1
      if (steps >= FIRST_GUIDE && steps % STEPS_A_GUIDE === 0) search.guide(limit.held)
    },
    isProven() {
      if (limit.bound > search.bestObjective) return false
      polish()
      return true
    },
  }
}
