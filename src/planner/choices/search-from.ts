import { type AnnealingSettings, createAnnealing } from '../engines/annealing.ts'
import type { CoverModel } from '../engines/cover-model.ts'
import { fillGreedily, restoreIdle } from '../engines/greedy.ts'
import { type Laydown, laydownOf } from '../engines/laydown.ts'
import { createSearch, type SearchSettings, type Snapshot } from '../index.ts'
import type { PlanProblem } from '../problem.ts'
import type { Steps } from '../steps.ts'
import { enoughMoves } from './enough-moves.ts'

/** Moves between two questions whether to go on; some milliseconds at country scale. */
const MOVES_A_STEP = 2_000

/**
 * Searches on from a laydown that keeps every limit, and ends with one that is worth no less. Where
 * few laydowns are there it makes fewer moves than it may.
 */
export function* searchFrom(
  model: CoverModel,
  count: Int32Array,
  settings: AnnealingSettings,
): Steps<Laydown> {
  const maxMoves = enoughMoves(model, settings.maxMoves)
  const search = createAnnealing(laydownOf(model, count), { ...settings, maxMoves })
  while (search.moves < maxMoves) {
    if (yield search.moves / maxMoves) break
    const end = Math.min(maxMoves, search.moves + MOVES_A_STEP)
    while (search.moves < end) search.move()
  }
  return completed(model, search.best)
}

/** Searches a problem from nothing, with its bound. */
export function* searchWhole(problem: PlanProblem, settings: SearchSettings): Steps<Snapshot> {
  const search = createSearch(problem, settings)
  let found = search.snapshot()
  while (found.phase !== 'done') {
    if (yield found.moves / settings.maxMoves) break
    found = search.advance(MOVES_A_STEP)
  }
  return found
}

/** A laydown with every unit in place that adds something, and idle ones where they stand today. */
export function completed(model: CoverModel, count: Int32Array): Laydown {
  const laydown = laydownOf(model, count)
  fillGreedily(laydown)
  restoreIdle(laydown)
  return laydown
}
