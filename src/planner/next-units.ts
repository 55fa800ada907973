import { createRandom } from '#core/random.ts'
import { type CoverModel, UNITS_PER_POINT } from './engines/cover-model.ts'
import { fillGreedily } from './engines/greedy.ts'
import { type Block, blockOf, gainOfAdding, type Laydown, laydownOf } from './engines/laydown.ts'
import { createMoveBench } from './engines/move-bench.ts'
import { tryMove } from './engines/unit-moves.ts'
import type { PlanProblem } from './problem.ts'
import { tenths } from './sentences.ts'

/** What one more unit of a type would add, and what stands in its way. */
export type ShadowPrice = {
  readonly typeId: string
  readonly typeName: string
  /** Points, found by searching again with one more; never less than 0. */
  readonly gainPoints: number
  /** The place that wants it most in the plan as it is, and the limit that stops it there. */
  readonly placeId: string | null
  readonly blockedBy: Block | null
  readonly sentence: string
}

const SEARCH_MOVES = 8_000

/** Per type, in the problem's order. Costs some 10 ms a type at country scale. */
export function shadowPricesOf(
  problem: PlanProblem,
  model: CoverModel,
  count: Int32Array,
): ShadowPrice[] {
  const plan = laydownOf(model, count)
  const settled = Math.max(plan.objective, searchedAgain(model, count))
  return problem.types.map((type, r) => {
    const supply = model.supply.slice()
    supply[r]! += 1
    const more = searchedAgain({ ...model, supply }, count)
    const gainPoints = Math.max(0, more - settled) / UNITS_PER_POINT
    const wanted = mostWanted(plan, r)
    const placeId = wanted === null ? null : problem.sites[wanted.site]!.placeId
    return {
      typeId: type.id,
      typeName: type.name,
      gainPoints,
      placeId,
      blockedBy: wanted?.block ?? null,
      sentence:
        gainPoints * 100 < 1
          ? `One more ${type.name} would add nothing.`
          : `One more ${type.name} would add ${tenths(gainPoints)} points.`,
    }
  })
}

/** Objective after greedy additions and a descent from a laydown. */
function searchedAgain(model: CoverModel, count: Int32Array): number {
  const laydown = laydownOf(model, count)
  fillGreedily(laydown)
  const bench = createMoveBench(laydown, createRandom(1))
  for (let move = 0; move < SEARCH_MOVES; move++) tryMove(bench)
  return laydown.objective
}

/** What a limit of the whole plan costs: points that a search finds once it is lifted. */
export type LimitPrice = {
  readonly limit: 'moves' | 'budget'
  readonly gainPoints: number
  readonly sentence: string
}

/** The limits that hold a plan back, dearest first; those that cost under 0.1 points are left out. */
export function limitPricesOf(
  problem: PlanProblem,
  model: CoverModel,
  count: Int32Array,
): LimitPrice[] {
  const settled = Math.max(laydownOf(model, count).objective, searchedAgain(model, count))
  const lifted = (parts: Partial<CoverModel>) =>
    (searchedAgain({ ...model, ...parts }, count) - settled) / UNITS_PER_POINT
  const prices: LimitPrice[] = []
  const add = (limit: LimitPrice['limit'], gainPoints: number, name: string) => {
    if (gainPoints < 0.1) return
    const sentence = `Without the ${name} the plan could gain ${tenths(gainPoints)} points.`
    prices.push({ limit, gainPoints, sentence })
  }
  if (model.maxMoves !== Infinity) {
    const name = `limit of ${problem.maxMoveCount} moves`
    add('moves', lifted({ maxMoves: Infinity }), name)
  }
  if (model.budget !== Infinity) add('budget', lifted({ budget: Infinity }), 'limit on the budget')
  return prices.sort((a, b) => b.gainPoints - a.gainPoints)
}

function mostWanted(plan: Laydown, type: number): { site: number; block: Block | null } | null {
  const { model } = plan
  let best: { site: number; block: Block | null } | null = null
  let most = 0
  for (let site = 0; site < model.siteCount; site++) {
    const slot = site * model.typeCount + type
    const block = blockOf(plan, slot)
    const gain = gainOfAdding(plan, slot)
    if (gain <= most || block === 'enough' || block === 'rule') continue
    most = gain
    best = { site, block }
  }
  return best
}
