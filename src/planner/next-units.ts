import { type CoverModel, supplyOf } from './engines/cover-model.ts'
import { type Block, blockOf, gainOfAdding, type Laydown, laydownOf } from './engines/laydown.ts'
import type { PlanProblem } from './problem.ts'
import { gainBetween, gainSentence } from './reasons/gain.ts'
import { moreUnits } from './reasons/more-units.ts'
import { effortAtOnce, solvedOn } from './reasons/solve-again.ts'
import { finish } from './steps.ts'
import { strataCover } from './strata-cover.ts'

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

/** Per type, in the problem's order. Costs some 30 ms a type at country scale. */
export function shadowPricesOf(
  problem: PlanProblem,
  model: CoverModel,
  count: Int32Array,
): ShadowPrice[] {
  const plan = laydownOf(model, count)
  const effort = effortAtOnce(model)
  const settled = finish(solvedOn(model, count, effort))
  return problem.types.map((type, r) => {
    const supply = supplyOf(moreUnits(problem, [{ type: r, count: 1 }]))
    const found = finish(solvedOn({ ...model, supply }, settled.count, effort))
    const gain = gainBetween(settled, found, effort.boundSteps)
    const wanted = mostWanted(plan, r)
    return {
      typeId: type.id,
      typeName: type.name,
      gainPoints: gain.gainPoints,
      placeId: wanted === null ? null : problem.sites[wanted.site]!.placeId,
      blockedBy: wanted?.block ?? null,
      sentence: gainSentence(`One more ${type.name}`, gain),
    }
  })
}

/** What a limit of the whole plan costs: points that a search finds once it is lifted. */
export type LimitPrice = {
  readonly limit: 'moves' | 'budget'
  readonly gainPoints: number
  /** Strata whose cover rises with it by as much as a sentence shows. */
  readonly raisedStrata: readonly number[]
  readonly sentence: string
}

/** The limits that hold a plan back, dearest first; those that cost under 0.1 points are left out. */
export function limitPricesOf(
  problem: PlanProblem,
  model: CoverModel,
  count: Int32Array,
): LimitPrice[] {
  const effort = effortAtOnce(model)
  const settled = finish(solvedOn(model, count, effort))
  const prices: LimitPrice[] = []
  const add = (limit: LimitPrice['limit'], name: string, parts: Partial<CoverModel>) => {
    const found = finish(solvedOn({ ...model, ...parts }, settled.count, effort))
    const { gainPoints } = gainBetween(settled, found, 0)
    if (gainPoints < 0.1) return
    const least = (Math.floor(gainPoints * 10) / 10).toFixed(1)
    const sentence = `Without the ${name} the plan could gain at least ${least} points.`
    prices.push({ limit, gainPoints, raisedStrata: raisedIn(problem, settled, found), sentence })
  }
  if (model.maxMoves !== Infinity) {
    add('moves', `limit of ${problem.maxMoveCount} moves`, { maxMoves: Infinity })
  }
  if (model.budget !== Infinity) add('budget', 'limit on the budget', { budget: Infinity })
  return prices.sort((a, b) => b.gainPoints - a.gainPoints)
}

const SHOWN_SHARE = 0.005

function raisedIn(problem: PlanProblem, before: Laydown, after: Laydown): number[] {
  const was = strataCover(problem, before.count)
  return strataCover(problem, after.count)
    .filter(({ coveredShare }, at) => coveredShare - was[at]!.coveredShare >= SHOWN_SHARE)
    .map(({ stratum }) => stratum)
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
