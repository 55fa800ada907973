import { hashOf } from '#core/canonical-json.ts'
import { withCarriersFromHome } from './carriers-from-home.ts'
import { coverModelOf, UNITS_PER_POINT } from './engines/cover-model.ts'
import { gapShareOf } from './engines/engine.ts'
import { laydownOf } from './engines/laydown.ts'
import { explainPostings, type PlanPosting } from './explain.ts'
import type { Snapshot } from './index.ts'
import { inputHashOf } from './input-hash.ts'
import { type LimitPrice, limitPricesOf, type ShadowPrice, shadowPricesOf } from './next-units.ts'
import {
  type EmptyForced,
  emptyForcedIn,
  lossSentence,
  reasonsOf,
  worstOffSentence,
} from './plan-sentences.ts'
import type { PlanProblem } from './problem.ts'
import { planGapSentence } from './sentences.ts'
import { shiftsBetween } from './shifts.ts'
import { type Unmet, unmetOf } from './unmet.ts'
import { type Withdrawal, withdrawalsOf } from './withdrawals.ts'

export type { LimitPrice, PlanPosting, ShadowPrice, Unmet }

/** What the planner proposes, with its bound and its reasons. Plain data. */
export type Plan = {
  readonly objectiveName: string
  /** Points: 100 is all weighted need covered at every level, less the price of floors missed and of moves. */
  readonly objective: number
  /** Per cent of weighted need that at least one unit of each type reaches in time. */
  readonly coveredPoints: number
  /** The same for what stands today. */
  readonly currentObjective: number
  readonly currentCoveredPoints: number
  readonly bound: number | null
  readonly gapShare: number | null
  readonly gapSentence: string
  readonly seed: number
  readonly moves: number
  readonly wasStopped: boolean
  readonly inputHash: string
  /** Of the laydown and the input: equal plans from equal facts have equal hashes. */
  readonly planHash: string
  /** Every unit in place under the plan, sorted by place and type. */
  readonly laydown: readonly PlanUnits[]
  /** Those that gain most alone first, what only carries others last. */
  readonly postings: readonly PlanPosting[]
  readonly withdrawals: readonly Withdrawal[]
  /** Places that have to be used and stand empty. */
  readonly emptyForced: readonly EmptyForced[]
  /** Who is served less than today, a sentence each. */
  readonly losses: readonly string[]
  readonly reasons: readonly string[]
  readonly unmet: readonly Unmet[]
  readonly shadowPrices: readonly ShadowPrice[]
  /** Limits that hold the plan back, and what lifting them would bring. */
  readonly limitPrices: readonly LimitPrice[]
}

/** So many of a type at a place. */
export type PlanUnits = {
  readonly placeId: string
  readonly typeId: string
  readonly count: number
}

/** How a plan came about. */
export type PlanOrigin = {
  readonly objectiveName: string
  readonly seed: number
  /** A person ended the search before its limit. */
  readonly wasStopped: boolean
}

/**
 * Turns where a search stands into a plan that explains itself. Some 0.3 s at country scale, most
 * of it for hashing the input and for prices.
 *
 * @throws RangeError for a travel-time problem: its answer has no points to explain.
 */
export function planFrom(problem: PlanProblem, found: Snapshot, origin: PlanOrigin): Plan {
  if (problem.aim !== 'cover') throw new RangeError('only cover problems make plans')
  const model = coverModelOf(problem)
  const count = withCarriersFromHome(problem, model, found.laydown)
  const shifts = shiftsBetween(problem, count)
  const postings = explainPostings(problem, model, { laydown: count, shifts })
  const laydown = unitsOfLaydown(problem, count)
  const inputHash = inputHashOf(problem)
  const current = laydownOf(model, model.current).objective / UNITS_PER_POINT
  const figures = {
    objective: laydownOf(model, count).objective / UNITS_PER_POINT,
    coveredPoints: coveredPointsOf(problem, count),
    currentObjective: current,
    currentCoveredPoints: coveredPointsOf(problem, problem.currentCount),
  }
  const withdrawals = withdrawalsOf(problem, model, { count, shifts })
  const limitPrices = limitPricesOf(problem, model, count)
  const emptyForced = emptyForcedIn(problem, laydownOf(model, count))
  const losses = [lossSentence(problem, count), worstOffSentence(problem, count)].filter(
    (sentence) => sentence !== null,
  )
  return {
    ...origin,
    ...figures,
    bound: found.bound,
    gapShare: found.gapShare,
    gapSentence: planGapSentence(figures.objective, found.bound),
    moves: found.moves,
    inputHash,
    planHash: hashOf({ laydown, inputHash }),
    laydown,
    postings,
    withdrawals,
    emptyForced,
    losses,
    reasons: reasonsOf({ postings, withdrawals, limitPrices, emptyForced, losses, ...figures }),
    unmet: unmetOf(problem, model, { laydown: count, limitPrices }),
    shadowPrices: shadowPricesOf(problem, model, count),
    limitPrices,
  }
}

/** The same plan with a bound from elsewhere, where that one is tighter: laydown and hash stay. */
export function planWithBound(plan: Plan, bound: number | null): Plan {
  if (bound === null || (plan.bound !== null && plan.bound <= bound)) return plan
  const closed = Math.max(bound, plan.objective)
  const gapShare = gapShareOf(plan.objective, closed)
  return { ...plan, bound: closed, gapShare, gapSentence: planGapSentence(plan.objective, closed) }
}

/** Per cent of weighted demand that a laydown covers at least once, before any price. */
export function coveredPointsOf(problem: PlanProblem, count: Int32Array): number {
  return coverageIn(problem)(count)
}

/** The same for many laydowns of one problem, which is compiled once. */
export function coverageIn(problem: PlanProblem): (count: Int32Array) => number {
  const types = problem.types.map((type) => ({ ...type, levelValues: [1], grades: [] }))
  const free = { ...problem, types, floorPricePoints: 0, movePricePoints: 0, costPricePoints: 0 }
  const model = coverModelOf(free)
  return (count) => laydownOf(model, count).objective / UNITS_PER_POINT
}

/** Units per slot as rows, by place and type; slots that hold none are left out. */
export function unitsOfLaydown({ sites, types }: PlanProblem, count: Int32Array): PlanUnits[] {
  return sites
    .flatMap(({ placeId }, site) =>
      types.map(({ id }, type) => ({
        placeId,
        typeId: id,
        count: count[site * types.length + type]!,
      })),
    )
    .filter((units) => units.count > 0)
    .sort((a, b) => {
      if (a.placeId !== b.placeId) return a.placeId < b.placeId ? -1 : 1
      return a.typeId < b.typeId ? -1 : 1
    })
}

/** Units per slot of such rows; places and types that the problem does not know are left out. */
export function laydownFrom(
  { sites, types }: PlanProblem,
  units: readonly PlanUnits[],
): Int32Array {
  const siteOf = new Map(sites.map(({ placeId }, site) => [placeId, site]))
  const typeOf = new Map(types.map(({ id }, type) => [id, type]))
  const laydown = new Int32Array(sites.length * types.length)
  for (const { placeId, typeId, count } of units) {
    const site = siteOf.get(placeId)
    const type = typeOf.get(typeId)
    if (site === undefined || type === undefined) continue
    laydown[site * types.length + type]! += count
  }
  return laydown
}
