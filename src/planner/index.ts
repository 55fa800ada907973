import { coverEngine } from './engines/cover-engine.ts'
import { coverModelOf } from './engines/cover-model.ts'
import { type Engine, gapShareOf } from './engines/engine.ts'
import { medianOf } from './engines/median.ts'
import { medianEngine } from './engines/median-engine.ts'
import { singleCoverOf } from './engines/single-cover.ts'
import { singleCoverEngine } from './engines/single-cover-engine.ts'
import type { PlanProblem } from './problem.ts'

/** How long to search, in moves and never in time: one seed and one count, one answer everywhere. */
export type SearchSettings = {
  readonly seed: number
  readonly maxMoves: number
}

/** Of a search that is not proven before: so that a short one has a bound of use as well. */
const LEAST_BOUND_STEPS = 600

/** Where a search stands. Plain data: it crosses to the screen as it is. */
export type Snapshot = {
  readonly phase: 'greedy' | 'search' | 'done'
  /** Points of 100 for cover, more is better; demand × minutes for travel time, less is better. */
  readonly objective: number
  /** No laydown is better than this; null until something is proven. */
  readonly bound: number | null
  /** How much better, at most, another laydown could be; 0 is proven best. */
  readonly gapShare: number | null
  readonly moves: number
  /** Units per slot, `[site × typeCount + type]`. */
  readonly laydown: Int32Array
}

/** A search that is advanced piece by piece; how it is cut up makes no difference to it. */
export type Search = {
  /** Where it stands now. The first one, before any advance, is the greedy laydown. */
  snapshot(): Snapshot
  /** Makes so many more moves, or fewer if it ends: at its limit, or when its answer is proven best. */
  advance(moves: number): Snapshot
}

/**
 * Starts a search: greedy at once (some 50 ms at country scale), then better laydowns and tighter
 * bounds with every move. Moves at country scale: about a third of a million a second, bound included.
 *
 * @throws RangeError if the problem's arrays do not fit each other.
 */
export function createSearch(problem: PlanProblem, settings: SearchSettings): Search {
  const engine = engineFor(problem, settings)
  const { maxMoves } = settings
  const interval = Math.max(
    1,
    Math.min(engine.movesPerBoundStep, Math.floor(maxMoves / LEAST_BOUND_STEPS)),
  )
  let moves = 0
  let boundSteps = 0
  let isProven = false
  const snapshot = (): Snapshot => {
    const objective = engine.objective()
    const found = engine.bound()
    const bound = found === null ? null : closed(engine, objective, found)
    const isDone = moves >= maxMoves || isProven
    return {
      phase: isDone ? 'done' : moves === 0 ? 'greedy' : 'search',
      objective,
      bound,
      gapShare: gapShareOf(objective, bound),
      moves,
      laydown: engine.laydown(),
    }
  }
  return {
    snapshot,
    advance(count) {
      const end = Math.min(maxMoves, moves + count)
      while (moves < end && !isProven) {
        engine.move()
        moves += 1
        if (moves % interval !== 0 || boundSteps >= engine.boundStepCount) continue
        engine.tighten()
        boundSteps += 1
        isProven = engine.isProven()
      }
      return snapshot()
    },
  }
}

/** Searches to the end of its moves, or until its answer is proven best. */
export function solve(problem: PlanProblem, settings: SearchSettings): Snapshot {
  return createSearch(problem, settings).advance(settings.maxMoves)
}

function engineFor(problem: PlanProblem, settings: SearchSettings): Engine {
  const { seed } = settings
  const siteCount = problem.sites.length
  if (problem.aim === 'travelTime') return medianEngine(medianOf(problem), { seed, siteCount })
  const model = coverModelOf(problem)
  const single = singleCoverOf(model)
  if (single === null) return coverEngine(model, settings)
  const totalDemand = problem.demand[0]!.reduce((sum, demand) => sum + demand, 0)
  return singleCoverEngine(model, single, { seed, totalDemand })
}

/** A bound that the last repair of a laydown has reached is reached, not passed. */
function closed({ sense }: Engine, objective: number, bound: number): number {
  return sense === 'max' ? Math.max(bound, objective) : Math.min(bound, objective)
}
