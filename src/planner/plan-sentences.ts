import { listed } from '#core/figures.ts'
import type { CoverModel } from './engines/cover-model.ts'
import { type Block, blockOf, type Laydown } from './engines/laydown.ts'
import { coveredBy } from './explain.ts'
import { measuresIn } from './measures.ts'
import type { Plan } from './plan.ts'
import type { PlanProblem } from './problem.ts'
import { grouped, tenths } from './sentences.ts'
import { withdrawalSentences } from './withdrawals.ts'

/** A place that has to be used and stands empty under a plan. */
export type EmptyForced = {
  readonly placeId: string
  readonly name: string
  readonly sentence: string
}

const WHY_EMPTY: Readonly<Record<Block, string>> = {
  rule: 'nothing may stand there',
  enough: 'nothing is needed there',
  supply: 'no unit is free to go there',
  room: 'nothing that there is fits there',
  crew: 'there are no vehicles for a crew',
  budget: 'the budget does not pay for it',
  moves: 'the limit on moves is used up',
}

/** Of limits that stand in the way, the one that a person can lift most easily is told. */
const TOLD_FIRST: readonly Block[] = ['moves', 'budget', 'supply', 'crew', 'room', 'rule', 'enough']

/** Places that have to be used and stand empty, with what keeps them so. */
export function emptyForcedIn(problem: PlanProblem, plan: Laydown): EmptyForced[] {
  const { model, unitsAt } = plan
  return problem.sites.flatMap(({ placeId, name }, site) => {
    if (model.isForced[site] === 0 || unitsAt[site]! > 0) return []
    const blocks = blocksAt(model, plan, site)
    const block = TOLD_FIRST.find((one) => blocks.has(one))
    const why = block ? `: ${WHY_EMPTY[block]}` : ''
    return [{ placeId, name, sentence: `${name} has to be used and stays empty${why}.` }]
  })
}

function blocksAt({ typeCount }: CoverModel, plan: Laydown, site: number): ReadonlySet<Block> {
  const blocks = Array.from({ length: typeCount }, (_, type) =>
    blockOf(plan, site * typeCount + type),
  )
  // Units that are in use elsewhere could come, but for the limit on moves.
  const isHeld = plan.moves >= plan.model.maxMoves
  return new Set(
    blocks
      .filter((block) => block !== null)
      .map((block) => (isHeld && block === 'supply' ? 'moves' : block)),
  )
}

/** Most types told of as losing people. */
const MOST_LOSSES = 3

type Loss = { readonly type: number; readonly people: number; readonly strata: readonly string[] }

/** People within reach of a type today and no longer under a plan, those with most first; null: none. */
export function lossSentence(problem: PlanProblem, count: Int32Array): string | null {
  const losses = problem.types
    .map((_, type) => lossOf(problem, type, count))
    .filter(({ people }) => people >= 1)
    .sort((a, b) => b.people - a.people)
    .slice(0, MOST_LOSSES)
  const [first, ...others] = losses
  if (!first) return null
  const told = ({ type, people }: Loss) => {
    const { name, reachMinutes } = problem.types[type]!
    return `${grouped(people)} by any ${name} (${reachMinutes} min)`
  }
  const rest = others.length > 0 ? `; ${listed(others.map(told))}` : ''
  return `No longer reached in time: ${told(first)}, most in ${listed(first.strata)}${rest}.`
}

function lossOf(problem: PlanProblem, type: number, count: Int32Array): Loss {
  if (problem.types[type]!.weight === 0) return { type, people: 0, strata: [] }
  const before = coveredBy(problem, type, problem.currentCount)
  const after = coveredBy(problem, type, count)
  const byStratum = new Map<number, number>()
  let people = 0
  problem.peopleCount.forEach((here, cell) => {
    if (before[cell] === 0 || after[cell] === 1 || !(here > 0)) return
    people += here
    const stratum = problem.cellStratum[cell]!
    byStratum.set(stratum, (byStratum.get(stratum) ?? 0) + here)
  })
  const most = [...byStratum].sort(([a, x], [b, y]) => y - x || a - b).slice(0, 2)
  return { type, people, strata: most.map(([at]) => problem.stratumNames[at] ?? 'no county') }
}

/** Says so where the area that is served least is served less than today. */
export function worstOffSentence(problem: PlanProblem, count: Int32Array): string | null {
  const measured = measuresIn(problem)
  const [before, after] = [measured(problem.currentCount).worst, measured(count).worst]
  if (!before || !after || after.coveredPoints >= before.coveredPoints - 0.05) return null
  return `The worst-off area is then ${after.name}, ${tenths(after.coveredPoints)} % covered; today it is ${before.name}, ${tenths(before.coveredPoints)} %.`
}

type Told = Pick<
  Plan,
  'postings' | 'withdrawals' | 'limitPrices' | 'coveredPoints' | 'currentCoveredPoints'
> & { readonly emptyForced: readonly EmptyForced[]; readonly losses: readonly string[] }

/** A plan in sentences: what cannot be done, what it does, for whom, at whose cost, and what limits it. */
export function reasonsOf(plan: Told): string[] {
  return [
    ...plan.emptyForced.map(({ sentence }) => sentence),
    summaryOf(plan),
    ...plan.postings.slice(0, 5).map(({ reason }) => reason),
    ...plan.losses,
    ...plan.limitPrices.map(({ sentence }) => sentence),
    ...withdrawalSentences(plan.withdrawals),
  ]
}

function summaryOf({ postings, withdrawals, coveredPoints, currentCoveredPoints }: Told): string {
  const covers = `Covers ${tenths(coveredPoints)} % of weighted need`
  const before = `instead of ${tenths(currentCoveredPoints)} %`
  if (postings.length > 0) {
    const units = postings.reduce((sum, { count }) => sum + count, 0)
    return `${covers} ${before}, by moving ${grouped(units)} ${units === 1 ? 'unit' : 'units'}.`
  }
  if (withdrawals.length > 0) return `${covers} ${before}; no unit moves.`
  return `What stands today is as good as anything that was found. It covers ${tenths(coveredPoints)} % of weighted need.`
}
