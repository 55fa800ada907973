import { issue, ok, type Result, refuse } from '#core/issue.ts'
import { brokenLimit } from '#planner/broken-limit.ts'
import {
  ALTERNATIVES,
  type Alternatives,
  type AlternativesSettings,
  alternatives,
} from '#planner/choices/alternatives.ts'
import { type ChangedCommunity, changedCommunities } from '#planner/choices/changed-communities.ts'
import { HOW_SURE, type HowSure, howSure } from '#planner/choices/how-sure.ts'
import { type MovesCurve, movesCurve } from '#planner/choices/moves-curve.ts'
import { type TradeOffs, tradeOffs } from '#planner/choices/trade-offs.ts'
import { type TypeOutcome, winnersAndLosers } from '#planner/choices/winners-and-losers.ts'
import { type WithoutInput, withoutInput } from '#planner/choices/without-input.ts'
import { coverModelOf, UNITS_PER_POINT } from '#planner/engines/cover-model.ts'
import { gapShareOf } from '#planner/engines/engine.ts'
import { laydownOf } from '#planner/engines/laydown.ts'
import { laydownFrom, type Plan, type PlanUnits, planFrom, unitsOfLaydown } from '#planner/plan.ts'
import type { PlanProblem } from '#planner/problem.ts'
import { askedProblem } from './asked-problem.ts'
import type { JobContext } from './job.ts'
import type { PlanFacts, PlanFound } from './plan-facts.ts'
import { runSteps } from './run-steps.ts'

/** A plan to weigh: the facts that it was made from and every unit in place under it. */
export type PlanToWeigh = {
  readonly facts: PlanFacts
  readonly laydown: readonly PlanUnits[]
}

/** How many other plans are wanted, and how near to the best; left out: the usual. */
export type PlansToFind = PlanToWeigh & {
  readonly wanted?: Partial<Pick<AlternativesSettings, 'planCount' | 'withinShare'>>
}

/** What slots mean is known to the problem alone, so laydowns leave as rows. */
type InRows<T> = Omit<T, 'laydown'> & { readonly laydown: readonly PlanUnits[] }

/** Several plans, as they leave the job. */
export type AlternativePlans = Omit<Alternatives, 'plans'> & {
  readonly plans: readonly InRows<Alternatives['plans'][number]>[]
}

/** The curve of moves, as it leaves the job. */
export type GainByMoves = Omit<MovesCurve, 'rungs'> & {
  readonly rungs: readonly InRows<MovesCurve['rungs'][number]>[]
}

/** The balance of several aims, as it leaves the job. */
export type PlanTradeOffs = Omit<TradeOffs, 'plans'> & {
  readonly plans: readonly InRows<TradeOffs['plans'][number]>[]
}

/** A plan with an input, and the facts without it. */
export type InputToDoubt = PlanToWeigh & {
  /** As the middle of a sentence: "the surveys". */
  readonly inputName: string
  /** From candidates that keep the places of the plan; see `CandidateFacts.keptPlaceIds`. */
  readonly factsWithout: PlanFacts
}

const MOVES_A_RUNG = 60_000
const MOVES_A_TURN = 60_000
const MOVES_WITHOUT = 200_000

/** Clearly different plans that are nearly as good. */
export async function alternativePlans(
  { facts, laydown, wanted }: PlansToFind,
  context: JobContext,
): Promise<Result<AlternativePlans>> {
  const asked = askedProblem(facts)
  if (!asked.ok) return asked
  const { problem } = asked.value
  const settings = { ...ALTERNATIVES, ...wanted, seed: facts.request.seed }
  const given = laydownFrom(problem, laydown)
  const found = await runSteps(alternatives(problem, given, settings), context)
  return ok({ ...found, plans: found.plans.map((plan) => inRows(problem, plan)) })
}

/** The best plan known under each number of moves. */
export async function gainByMoves(
  { facts, laydown }: PlanToWeigh,
  context: JobContext,
): Promise<Result<GainByMoves>> {
  const asked = askedProblem(facts)
  if (!asked.ok) return asked
  const { problem } = asked.value
  const settings = { seed: facts.request.seed, maxMoves: MOVES_A_RUNG }
  const known = [laydownFrom(problem, laydown)]
  const found = await runSteps(movesCurve(problem, known, settings), context)
  return ok({ ...found, rungs: found.rungs.map((rung) => inRows(problem, rung)) })
}

/** Who comes within reach of each type under a plan, and who drops out of it. */
export function planOutcomes({ facts, laydown }: PlanToWeigh): Result<readonly TypeOutcome[]> {
  const asked = askedProblem(facts)
  if (!asked.ok) return asked
  const { problem } = asked.value
  return ok(winnersAndLosers(problem, laydownFrom(problem, laydown)))
}

/** The same with every community on either side, those with most people first. */
export type OutcomeByCommunity = Omit<TypeOutcome, 'gained' | 'lost'> & {
  readonly gained: readonly ChangedCommunity[]
  readonly lost: readonly ChangedCommunity[]
}

export function outcomesByCommunity({
  facts,
  laydown,
}: PlanToWeigh): Result<readonly OutcomeByCommunity[]> {
  const asked = askedProblem(facts)
  if (!asked.ok) return asked
  const { problem } = asked.value
  const outcomes = winnersAndLosers(problem, laydownFrom(problem, laydown), Infinity)
  return ok(
    outcomes.map((outcome) => ({
      ...outcome,
      gained: changedCommunities(facts.ground, outcome.gained),
      lost: changedCommunities(facts.ground, outcome.lost),
    })),
  )
}

/** A laydown to be taken as the plan in place of another one of the same problem. */
export type PlanToTake = PlanToWeigh & {
  readonly inPlaceOf: Pick<Plan, 'bound' | 'moves' | 'wasStopped'>
}

/**
 * Explains a laydown that came out of weighing as any other plan: against the bound of the plan that
 * it stands in for, which holds for it too. Refused where it breaks a limit of the operation.
 */
export function planTaken({ facts, laydown, inPlaceOf }: PlanToTake): Result<PlanFound> {
  const asked = askedProblem(facts)
  if (!asked.ok) return asked
  const { problem, issues } = asked.value
  const count = laydownFrom(problem, laydown)
  const model = coverModelOf(problem)
  const broken = brokenLimit(problem, model, count)
  if (broken !== null) {
    const remedy = 'Change that limit or choose another plan, then suggest again.'
    return refuse(issue('error', 'over-limit', `${broken} ${remedy}`))
  }
  const objective = laydownOf(model, count).objective / UNITS_PER_POINT
  const bound = inPlaceOf.bound === null ? null : Math.max(inPlaceOf.bound, objective)
  const { objectiveName, seed } = facts.request
  const found = {
    phase: 'done',
    objective,
    bound,
    gapShare: gapShareOf(objective, bound),
    moves: inPlaceOf.moves,
    laydown: count,
  } as const
  const { wasStopped } = inPlaceOf
  const plan = planFrom(problem, found, { objectiveName, seed, wasStopped })
  return ok({ plan, issues })
}

/** Plans that give up one thing for another, swept from the plan. */
export async function planTradeOffs(
  { facts, laydown }: PlanToWeigh,
  context: JobContext,
): Promise<Result<PlanTradeOffs>> {
  const asked = askedProblem(facts)
  if (!asked.ok) return asked
  const { problem } = asked.value
  const settings = { seed: facts.request.seed, maxMoves: MOVES_A_TURN }
  const given = laydownFrom(problem, laydown)
  const found = await runSteps(tradeOffs(problem, given, settings), context)
  return ok({ ...found, plans: found.plans.map((plan) => inRows(problem, plan)) })
}

/** How much of a plan stays under draws of what need could be. */
export async function planHowSure(
  { facts, laydown }: PlanToWeigh,
  context: JobContext,
): Promise<Result<HowSure>> {
  const asked = askedProblem(facts)
  if (!asked.ok) return asked
  const { problem } = asked.value
  const settings = { ...HOW_SURE, seed: facts.request.seed }
  return ok(await runSteps(howSure(problem, laydownFrom(problem, laydown), settings), context))
}

/** Which postings of a plan hang on one input. */
export async function planWithoutInput(
  { facts, factsWithout, laydown, inputName }: InputToDoubt,
  context: JobContext,
): Promise<Result<Omit<WithoutInput, 'withoutLaydown'>>> {
  const before = askedProblem(facts)
  if (!before.ok) return before
  const after = askedProblem(factsWithout)
  if (!after.ok) return after
  const given = laydownFrom(before.value.problem, laydown)
  const doubted = { inputName, before: before.value.problem, after: after.value.problem, given }
  const settings = { seed: facts.request.seed, maxMoves: MOVES_WITHOUT }
  const { withoutLaydown: _, ...found } = await runSteps(withoutInput(doubted, settings), context)
  return ok(found)
}

function inRows<T extends { readonly laydown: Int32Array }>(
  problem: PlanProblem,
  { laydown, ...rest }: T,
): Omit<T, 'laydown'> & { readonly laydown: readonly PlanUnits[] } {
  return { ...rest, laydown: unitsOfLaydown(problem, laydown) }
}
