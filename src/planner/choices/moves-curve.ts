import { type CoverModel, coverModelOf, UNITS_PER_POINT } from '../engines/cover-model.ts'
import { gapShareOf } from '../engines/engine.ts'
import { restoreIdle, standingLaydown } from '../engines/greedy.ts'
import {
  addUnit,
  canDrop,
  dropUnit,
  emptyForcedCount,
  isFeasible,
  type Laydown,
  laydownOf,
} from '../engines/laydown.ts'
import type { SearchSettings } from '../index.ts'
import { coverageIn } from '../plan.ts'
import type { PlanProblem } from '../problem.ts'
import { partOf, type Steps } from '../steps.ts'
import { rungSentence } from './moves-sentence.ts'
import { type Posted, postedIn, postingsOf } from './postings.ts'
import { completed, searchFrom, searchWhole } from './search-from.ts'

/** The best plan known that makes no more than so many moves. */
export type MovesRung = {
  /** Null: as many as are worth making. */
  readonly maxMoveCount: number | null
  readonly laydown: Int32Array
  /** Units that it puts where none stood. */
  readonly moveCount: number
  readonly objective: number
  readonly coveredPoints: number
  /** Points above what stands today. */
  readonly gainPoints: number
  /** No plan with so few moves is worth more; null: nothing is proven. */
  readonly bound: number | null
  readonly gapShare: number | null
  /** Places that have to be used and that so few moves leave empty. */
  readonly emptyForcedCount: number
  readonly postings: readonly Posted[]
  readonly sentence: string
}

export type MovesCurve = {
  /**
   * From no moves to as many as are worth making. No rung is worth less than the one before, but
   * where it fills a place that has to be used.
   */
  readonly rungs: readonly MovesRung[]
  readonly wasStopped: boolean
}

const LADDER = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000] as const

/** A plan that some search met: it stands for every limit that it keeps. */
type Known = {
  readonly count: Int32Array
  readonly moves: number
  readonly worth: number
  readonly emptyForcedCount: number
}

type Bound = { readonly limit: number; readonly bound: number }

/**
 * What 0, 1, 2, 5, 10 … moves buy, whatever limit the problem itself has. Each limit is searched
 * afresh, from the best plan with fewer moves, and from the best with more, less the moves that
 * matter least. A plan with few moves also stands for every higher limit and a bound for every
 * lower one, so that the curve rises by what is known, not by being drawn so. Some three
 * seconds a rung at country scale, most of it for the bound.
 *
 * @param known laydowns of plans found before: the curve ends no lower than any of them.
 * @param settings for each limit.
 * @throws RangeError for a travel-time problem.
 */
export function* movesCurve(
  problem: PlanProblem,
  known: readonly Int32Array[],
  settings: SearchSettings,
): Steps<MovesCurve> {
  if (problem.aim !== 'cover') throw new RangeError('only cover problems have moves')
  const free = { ...problem, maxMoveCount: null }
  const model = coverModelOf(free)
  const standing = standingLaydown({ ...model, maxMoves: 0 })
  const pool: Known[] = []
  for (const laydown of [standing, ...known.map((count) => laydownOf(model, count))]) keep(laydown)
  const bounds: Bound[] = []
  const whole = yield* partOf(searchWhole(free, settings), { from: 0, to: 0.15 })
  let wasStopped = whole.wasStopped
  learn(whole.value, Infinity)
  const most = bestWithin(pool, Infinity).moves
  const limits = LADDER.filter((limit) => limit === 0 || limit < most)
  for (const [at, limit] of limits.entries()) {
    if ((limit === 0 && isStandingBest(problem)) || wasStopped) continue
    const from = 0.15 + (0.85 * at) / limits.length
    const middle = from + 0.6 / limits.length
    const to = 0.15 + (0.85 * (at + 1)) / limits.length
    const afresh = yield* partOf(searchWhole({ ...problem, maxMoveCount: limit }, settings), {
      from,
      to: middle,
    })
    learn(afresh.value, limit)
    wasStopped = afresh.wasStopped
    if (wasStopped) break
    const start = warmStart(model, pool, limit)
    const again = yield* partOf(searchFrom(start.model, start.count, settings), {
      from: middle,
      to,
    })
    keep(again.value)
    wasStopped = again.wasStopped
  }
  return { rungs: rungsOf(free, { pool, bounds, limits }), wasStopped }

  function keep(laydown: Laydown) {
    if (isFeasible(laydown)) pool.push(knownOf(laydown))
  }

  function learn(found: { laydown: Int32Array; bound: number | null }, limit: number) {
    keep(completed({ ...model, maxMoves: limit }, found.laydown))
    if (found.bound !== null) bounds.push({ limit, bound: found.bound })
  }
}

function knownOf(laydown: Laydown): Known {
  return {
    count: laydown.count.slice(),
    moves: laydown.moves,
    worth: laydown.objective,
    emptyForcedCount: emptyForcedCount(laydown),
  }
}

/** Fewest forced places empty, then most worth, then fewest moves, then first met. */
function bestWithin(pool: readonly Known[], limit: number): Known {
  return pool
    .filter(({ moves }) => moves <= limit)
    .reduce((best, other) => {
      const order =
        best.emptyForcedCount - other.emptyForcedCount ||
        other.worth - best.worth ||
        best.moves - other.moves
      return order > 0 ? other : best
    })
}

/** The best of what is known for a limit and of the best plan without one, cut down to it. */
function warmStart(model: CoverModel, pool: readonly Known[], limit: number): Laydown {
  const limited = { ...model, maxMoves: limit }
  const small = bestWithin(pool, limit)
  const cut = cutTo(laydownOf(limited, bestWithin(pool, Infinity).count), limit)
  const starts = [completed(limited, small.count), ...(cut ? [completed(limited, cut.count)] : [])]
  const best = bestWithin(starts.map(knownOf), limit)
  return laydownOf(limited, best.count)
}

/** Takes back the moves that are missed least until so many are left; null where rules keep more. */
function cutTo(laydown: Laydown, limit: number): Laydown | null {
  const { model, count } = laydown
  while (laydown.moves > limit) {
    let least = -1
    let smallest = Infinity
    for (let slot = 0; slot < count.length; slot++) {
      if (count[slot]! <= model.current[slot]! || !canDrop(laydown, slot)) continue
      const loss = -dropUnit(laydown, slot)
      addUnit(laydown, slot)
      if (loss >= smallest) continue
      smallest = loss
      least = slot
    }
    if (least < 0) return null
    dropUnit(laydown, least)
    restoreIdle(laydown)
  }
  return laydown
}

type Curve = {
  readonly pool: readonly Known[]
  readonly bounds: readonly Bound[]
  readonly limits: readonly number[]
}

function rungsOf(problem: PlanProblem, { pool, bounds, limits }: Curve): MovesRung[] {
  const covered = coverageIn(problem)
  const current = { current: problem.currentCount }
  const first = bestWithin(pool, 0)
  const most = bestWithin(pool, Infinity)
  return [...limits, null].map((maxMoveCount) => {
    const limit = maxMoveCount ?? Infinity
    const best = bestWithin(pool, limit)
    const objective = best.worth / UNITS_PER_POINT
    const bound =
      best.emptyForcedCount > 0
        ? null
        : limit === 0 && isStandingBest(problem)
          ? objective
          : boundOf({ bounds, limit, objective })
    const facts = {
      maxMoveCount,
      laydown: best.count,
      moveCount: best.moves,
      objective,
      coveredPoints: covered(best.count),
      gainPoints: (best.worth - first.worth) / UNITS_PER_POINT,
      bound,
      gapShare: gapShareOf(objective, bound),
      emptyForcedCount: best.emptyForcedCount,
      postings: postingsOf(problem, postedIn(current, best.count)),
    }
    const gainPoints = (most.worth - first.worth) / UNITS_PER_POINT
    const sentence = rungSentence(facts, { moveCount: most.moves, gainPoints })
    return { ...facts, sentence }
  })
}

/** Whether nothing can be better without moves than what stands: to cover costs nothing, and nobody has to be held back. */
function isStandingBest({ costPricePoints, types }: PlanProblem): boolean {
  return costPricePoints === 0 && types.every(({ reserveCount }) => reserveCount === 0)
}

/** What was proven for this limit or a higher one. */
function boundOf(of: {
  readonly bounds: readonly Bound[]
  readonly limit: number
  readonly objective: number
}): number | null {
  const holding = of.bounds.filter(({ limit }) => limit >= of.limit)
  if (holding.length === 0) return null
  const least = holding.reduce((low, { bound }) => Math.min(low, bound), Infinity)
  return Math.max(of.objective, least)
}
