import { createAnnealing } from './annealing.ts'
import { createCoverBound } from './cover-bound.ts'
import { type CoverModel, UNITS_PER_POINT } from './cover-model.ts'
import type { Engine } from './engine.ts'
import { fillGreedily, greedyLaydown, restoreIdle } from './greedy.ts'
import { laydownOf } from './laydown.ts'

/** How often a search's best is completed and shown: at set moves, so that asking changes nothing. */
const POLISH_COUNT = 50

/** Several types under all limits: greedy, annealing and the Lagrangian bound. */
export function coverEngine(
  model: CoverModel,
  settings: { readonly seed: number; readonly maxMoves: number },
): Engine {
  const first = greedyLaydown(model)
  const search = createAnnealing(laydownOf(model, first.count), settings)
  const limit = createCoverBound(model, first)
  const interval = Math.max(1, Math.floor(settings.maxMoves / POLISH_COUNT))
  let best = first
  const polish = () => {
    const laydown = laydownOf(model, search.best)
    fillGreedily(laydown)
    restoreIdle(laydown)
    if (laydown.objective > best.objective) best = laydown
  }
  return {
    sense: 'max',
    movesPerBoundStep: 500,
    boundStepCount: 800,
    objective: () => best.objective / UNITS_PER_POINT,
    bound: () => (limit.bound === Infinity ? null : limit.bound / UNITS_PER_POINT),
    laydown: () => best.count.slice(),
    move() {
      search.move()
      if (search.moves % interval === 0 || search.moves === settings.maxMoves) polish()
    },
    tighten: () => limit.tighten(search.bestObjective),
    isProven() {
      if (limit.bound > search.bestObjective) return false
      polish()
      return true
    },
  }
}
