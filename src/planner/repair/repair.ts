import { completed, searchFrom, searchWhole } from '../choices/search-from.ts'
import { coverModelOf, UNITS_PER_POINT } from '../engines/cover-model.ts'
import { gapShareOf } from '../engines/engine.ts'
import { standingLaydown } from '../engines/greedy.ts'
import { emptyForcedCount, isFeasible, type Laydown } from '../engines/laydown.ts'
import type { SearchSettings, Snapshot } from '../index.ts'
import type { PlanProblem } from '../problem.ts'
import { partOf, type Steps } from '../steps.ts'

/** The best laydown known within few moves of what is left standing. */
export type Repair = {
  /** The problem with its limit of moves: what the laydown is to be explained by. */
  readonly problem: PlanProblem
  readonly found: Snapshot
  readonly wasStopped: boolean
}

/**
 * Searches on from what a blow has left, with no more than so many moves: afresh, with its bound, then
 * from the best that this found. It never ends with less than what stands, unless that breaks a limit.
 *
 * @param mostMoves units put where none stood; the limit of the problem holds as well.
 * @throws RangeError for a travel-time problem.
 */
export function* repair(
  whole: PlanProblem,
  mostMoves: number,
  settings: SearchSettings,
): Steps<Repair> {
  if (whole.aim !== 'cover') throw new RangeError('only cover problems have moves')
  const maxMoveCount = Math.min(mostMoves, whole.maxMoveCount ?? mostMoves)
  const problem = { ...whole, maxMoveCount }
  const model = coverModelOf(problem)
  const afresh = yield* partOf(searchWhole(problem, settings), { from: 0, to: 0.7 })
  const standing = standingLaydown(model)
  const found = better(completed(model, afresh.value.laydown), standing)
  const further = afresh.wasStopped
    ? null
    : yield* partOf(searchFrom(model, found.count, settings), { from: 0.7, to: 1 })
  const best = further ? better(further.value, found) : found
  const objective = best.objective / UNITS_PER_POINT
  const bound = afresh.value.bound === null ? null : Math.max(afresh.value.bound, objective)
  return {
    problem,
    found: {
      phase: 'done',
      objective,
      bound,
      gapShare: gapShareOf(objective, bound),
      moves: afresh.value.moves,
      laydown: best.count.slice(),
    },
    wasStopped: afresh.wasStopped || (further?.wasStopped ?? false),
  }
}

/** A place that has to be used and is comes before worth; what is kept on equal terms is the second. */
function better(one: Laydown, other: Laydown): Laydown {
  if (!isFeasible(other)) return one
  if (!isFeasible(one)) return other
  const order = emptyForcedCount(other) - emptyForcedCount(one) || one.objective - other.objective
  return order > 0 ? one : other
}
