import { UNITS_PER_POINT } from '../engines/cover-model.ts'
import { emptyForcedCount } from '../engines/laydown.ts'
import type { PlanProblem } from '../problem.ts'
import { tenths } from '../sentences.ts'
import { partOf, type Steps } from '../steps.ts'
import { type Changes, changesBetween, changesSentence } from './changes.ts'
import { type Decision, withoutDecision } from './decisions.ts'
import { type Grant, grantOf } from './grants.ts'
import { type AgainSettings, pointsBound, solvedAgain } from './solve-again.ts'

/** What one decision costs the plan. */
export type DecisionPrice = Changes & {
  readonly decision: Decision
  readonly placeName: string
  /** How it is taken back; null: no setting does. */
  readonly grant: Grant | null
  /** Points that a plan without it gains, all other decisions in force; never below 0. */
  readonly gainPoints: number
  /** No plan without it gains more than this; null: no bound was worked out. */
  readonly mostGainPoints: number | null
  readonly sentence: string
}

export type DecisionPrices = {
  /** Dearest first. Those that were not reached before the end are left out. */
  readonly prices: readonly DecisionPrice[]
  readonly wasStopped: boolean
}

/**
 * Lifts each decision alone and searches again from the plan. The plan itself is searched on first
 * with the same effort, so that nothing is put down to a decision that more search would have found
 * anyway. Some 0.3 s a decision at country scale with 30,000 moves.
 *
 * @throws RangeError for a travel-time problem.
 */
export function* decisionPrices(
  problem: PlanProblem,
  plan: Int32Array,
  { decisions, ...settings }: AgainSettings & { readonly decisions: readonly Decision[] },
): Steps<DecisionPrices> {
  if (problem.aim !== 'cover') throw new RangeError('only cover problems have prices')
  const share = 1 / (decisions.length + 1)
  const first = yield* partOf(solvedAgain(problem, plan, settings), { from: 0, to: share })
  const settled = first.value
  let { wasStopped } = first
  const prices: DecisionPrice[] = []
  for (const [at, decision] of decisions.entries()) {
    if (wasStopped) break
    const lifted = withoutDecision(problem, decisions, decision)
    const steps = solvedAgain(lifted, settled.count, settings)
    const found = yield* partOf(steps, { from: share * (at + 1), to: share * (at + 2) })
    wasStopped = found.wasStopped
    const better = found.value
    const most = pointsBound(better, settings.boundSteps)
    const worth = settled.objective / UNITS_PER_POINT
    const isMoreServed = emptyForcedCount(better) < emptyForcedCount(settled)
    const gainPoints = Math.max(0, better.objective / UNITS_PER_POINT - worth)
    const isSame = gainPoints === 0 && !isMoreServed
    const place = problem.sites[decision.site]!
    const facts = {
      decision,
      placeName: place.name,
      grant: grantOf(decision, place.placeId),
      gainPoints,
      mostGainPoints: most === null ? null : Math.max(gainPoints, most - worth),
      ...changesBetween(problem, settled.count, isSame ? settled.count : better.count),
    }
    prices.push({ ...facts, sentence: priceSentence(facts) })
  }
  return { prices: prices.sort((a, b) => b.gainPoints - a.gainPoints), wasStopped }
}

/** Points under this are not told. */
const LEAST_POINTS = 0.01

function priceSentence(price: Omit<DecisionPrice, 'sentence'>): string {
  const { decision, gainPoints, mostGainPoints } = price
  const why = decision.reason ? ` (“${decision.reason}”)` : ''
  const name = `${decision.name.slice(0, 1).toUpperCase()}${decision.name.slice(1)}${why}`
  if (gainPoints >= LEAST_POINTS) {
    return `${name}: without this the plan gains ${tenths(gainPoints)} points.${atMost(price)} ${changesSentence(price)}`.trim()
  }
  if (price.come.length + price.go.length > 0) {
    return `${name}: without this another place can be used that has to be. ${changesSentence(price)}`
  }
  if (mostGainPoints !== null && mostGainPoints < LEAST_POINTS)
    return `${name}: this costs nothing; proven.`
  return `${name}: no better plan without this was found.${atMost(price)}`
}

function atMost({
  mostGainPoints,
  gainPoints,
}: Pick<DecisionPrice, 'gainPoints' | 'mostGainPoints'>): string {
  if (mostGainPoints === null) return ''
  if (mostGainPoints - gainPoints < LEAST_POINTS) return ' Nothing more is possible.'
  return ` No more than ${(Math.ceil(mostGainPoints * 10) / 10).toFixed(1)} are possible.`
}
