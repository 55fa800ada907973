import { coverModelOf, UNITS_PER_POINT } from '../engines/cover-model.ts'
import { isFeasible, laydownOf } from '../engines/laydown.ts'
import type { SearchSettings } from '../index.ts'
import { measuresIn, type PlanMeasures } from '../measures.ts'
import { fairMinutes } from '../objectives/fair-minutes.ts'
import type { PlanProblem } from '../problem.ts'
import { partOf, type Steps } from '../steps.ts'
import { type Posted, postedIn, postingsOf } from './postings.ts'
import { completed, searchFrom } from './search-from.ts'
import { betterBy, TRADED, type TradedName } from './traded.ts'

/** One plan among those that give up one thing for another; its laydown keeps every limit. */
export type TradeOff = {
  readonly laydown: Int32Array
  /** In points of the problem as it was asked. */
  readonly objective: number
  readonly measures: PlanMeasures
  /** Units beyond those of today, by place and type. */
  readonly postings: readonly Posted[]
  /** What the search that found it was asked for, as the middle of a sentence. */
  readonly foundBy: string
  /** It moves nothing and takes nothing out of use. */
  readonly isToday: boolean
  /** Another plan here is as good in every measure and better in one. */
  readonly isDominated: boolean
}

export type TradeOffs = {
  /** By need covered, most first; what stands today and the given plan are among them. */
  readonly plans: readonly TradeOff[]
  readonly wasStopped: boolean
}

/** One way to ask for another balance. */
type Turn = { readonly name: string; readonly problem: PlanProblem }

const FLOOR_SHARES = [0.4, 0.6, 0.8, 1] as const
const POINTS_OF_ALL_COST = [2, 5, 10, 20, 40] as const
const POINTS_A_MOVE = [0.1, 0.25, 0.5, 1, 2] as const

/**
 * Sweeps the balance between need covered, the worst-off area, fair travel times, cost and moves:
 * each turn puts a price on one of them and searches on from the given plan. Every plan is then
 * measured without any price, and those that another one beats throughout are marked. That a plan
 * is not dominated here does not prove that none would dominate it. Some 0.3 s a turn at country
 * scale.
 *
 * @param given the laydown of a plan of this problem.
 * @throws RangeError for a travel-time problem.
 */
export function* tradeOffs(
  problem: PlanProblem,
  given: Int32Array,
  settings: SearchSettings,
): Steps<TradeOffs> {
  if (problem.aim !== 'cover') throw new RangeError('only cover problems can be traded')
  const model = coverModelOf(problem)
  const measured = measuresIn(problem)
  const found = new Map<string, Omit<TradeOff, 'isDominated'>>()
  const today = problem.currentCount.join()
  const add = (count: Int32Array, foundBy: string) => {
    const laydown = laydownOf(model, count)
    const key = count.join()
    if (!isFeasible(laydown) || found.has(key)) return
    const objective = laydown.objective / UNITS_PER_POINT
    const isToday = key === today
    found.set(key, {
      laydown: count.slice(),
      objective,
      measures: measured(count),
      postings: postingsOf(problem, postedIn(model, count)),
      foundBy,
      isToday,
    })
  }
  add(given, 'the plan')
  add(problem.currentCount, 'what stands today')
  const turns = turnsOf(problem)
  let wasStopped = false
  for (const [at, turn] of turns.entries()) {
    const turned = coverModelOf(turn.problem)
    const part = { from: at / turns.length, to: (at + 1) / turns.length }
    const search = yield* partOf(searchFrom(turned, given, settings), part)
    add(completed(turned, search.value.count).count, turn.name)
    wasStopped = search.wasStopped
    if (wasStopped) break
  }
  return { plans: marked([...found.values()]), wasStopped }
}

function turnsOf(problem: PlanProblem): Turn[] {
  const weighted = problem.types.filter(({ weight }) => weight > 0).length
  const costUsd = problem.types.reduce((sum, type) => sum + type.costUsd * type.supplyCount, 0)
  const floors = FLOOR_SHARES.map((floorShare) => ({
    name: `a floor of ${Math.round(100 * floorShare)} % in every area`,
    problem: {
      ...problem,
      types: problem.types.map((type) => ({ ...type, hasFloor: type.weight > 0 })),
      floorShare,
      floorPricePoints: 600 / Math.max(1, problem.stratumNames.length * weighted),
    },
  }))
  const cheaper = POINTS_OF_ALL_COST.map((points) => ({
    name: `cost at ${points} points for all units`,
    problem: { ...problem, costPricePoints: costUsd > 0 ? (1000 * points) / costUsd : 0 },
  }))
  const fewer = POINTS_A_MOVE.map((points) => ({
    name: `${points} points a move`,
    problem: { ...problem, movePricePoints: points },
  }))
  const fair = { name: 'fair travel times', problem: fairMinutes.apply(problem) }
  return [fair, ...floors, ...(costUsd > 0 ? cheaper : []), ...fewer]
}

/** Marks what is dominated: differences that nobody could see, a thousandth, count as none. */
function marked(plans: readonly Omit<TradeOff, 'isDominated'>[]): TradeOff[] {
  const names = Object.keys(TRADED) as TradedName[]
  const dominates = (a: PlanMeasures, b: PlanMeasures) =>
    names.every((name) => betterBy(name, a, b) > -1e-3) &&
    names.some((name) => betterBy(name, a, b) > 1e-3)
  return plans
    .map((plan) => ({
      ...plan,
      isDominated: plans.some((other) => dominates(other.measures, plan.measures)),
    }))
    .sort((a, b) => b.measures.coveredPoints - a.measures.coveredPoints)
}
