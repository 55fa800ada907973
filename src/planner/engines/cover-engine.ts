import { createAnnealing } from './annealing.ts'
import { createCoverBound } from './cover-bound.ts'
import { type CoverModel, UNITS_PER_POINT } from './cover-model.ts'
import type { Engine } from './engine.ts'
import { fillGreedily, greedyLaydown, restoreIdle } from './greedy.ts'
import { laydownOf } from './laydown.ts'

/** Several types under all limits: greedy, annealing and the Lagrangian bound. */
export function coverEngine(
  model: CoverModel,
  settings: { readonly seed: number; readonly maxMoves: number },
): Engine {
  const first = greedyLaydown(model)
  const search = createAnnealing(laydownOf(model, first.count), settings)
  const limit = createCoverBound(model, first)
  const finished = () => {
    const laydown = laydownOf(model, search.best)
    fillGreedily(laydown)
    restoreIdle(laydown)
    return laydown
  }
  let seen = -Infinity
  let best = first
  const latest = () => {
    if (search.bestObjective > seen) {
      seen = search.bestObjective
      const next = finished()
      if (next.objective > best.objective) best = next
    }
    return best
  }
  return {
    sense: 'max',
    movesPerBoundStep: 500,
    boundStepCount: 800,
    objective: () => latest().objective / UNITS_PER_POINT,
    bound: () => (limit.bound === Infinity ? null : limit.bound / UNITS_PER_POINT),
    laydown: () => latest().count.slice(),
    move: search.move,
    tighten: () => limit.tighten(search.bestObjective),
    isProven: () => limit.bound <= search.bestObjective,
  }
}
