import { ok, type Result } from '#core/issue.ts'
import { laydownFrom, type PlanUnits, unitsOfLaydown } from '#planner/plan.ts'
import { type Conflict, conflictOf } from '#planner/reasons/conflicts/conflict.ts'
import { type DecisionPrices, decisionPrices } from '#planner/reasons/decision-prices.ts'
import { type LimitGains, limitGains } from '#planner/reasons/limit-gains.ts'
import { type Contribution, contributionsTo } from '#planner/reasons/unserved/contributions.ts'
import { type UnservedStrata, unservedStrata } from '#planner/reasons/unserved/unserved.ts'
import { askedProblem } from './asked-problem.ts'
import type { JobContext } from './job.ts'
import { runSteps } from './run-steps.ts'
import type { PlanToWeigh } from './weigh-plan.ts'

/** The conflict as it leaves the job: what slots mean is known to the problem alone. */
export type DemandsInConflict = Omit<Conflict, 'laydown'> & {
  readonly laydown: readonly PlanUnits[] | null
}

const MOVES_AGAIN = 20_000
const BOUND_STEPS = 300

/** By whom one stratum is served under a plan, those that count most first. */
export function planServedBy({
  facts,
  laydown,
  stratum,
}: PlanToWeigh & { readonly stratum: number }): Result<readonly Contribution[]> {
  const asked = askedProblem(facts)
  if (!asked.ok) return asked
  const { problem } = asked.value
  return ok(contributionsTo(problem, laydownFrom(problem, laydown), stratum))
}

/**
 * Which counties are not served in full, by whom they are served, and what would help.
 *
 * @param only the one county, by its stratum, that is asked about; left out: all.
 */
export async function planUnserved(
  { facts, laydown, only }: PlanToWeigh & { readonly only?: number },
  context: JobContext,
): Promise<Result<UnservedStrata>> {
  const asked = askedProblem(facts)
  if (!asked.ok) return asked
  const { problem, decisions } = asked.value
  const settings = { seed: facts.request.seed, maxMoves: MOVES_AGAIN, decisions, only }
  const steps = unservedStrata(problem, laydownFrom(problem, laydown), settings)
  return ok(await runSteps(steps, context))
}

/** What each decision costs. */
export async function planDecisionPrices(
  { facts, laydown }: PlanToWeigh,
  context: JobContext,
): Promise<Result<DecisionPrices>> {
  const asked = askedProblem(facts)
  if (!asked.ok) return asked
  const { problem, decisions } = asked.value
  const settings = { seed: facts.request.seed, maxMoves: MOVES_AGAIN, boundSteps: BOUND_STEPS }
  const plan = laydownFrom(problem, laydown)
  return ok(await runSteps(decisionPrices(problem, plan, { ...settings, decisions }), context))
}

/** What a little more of what is short would bring. */
export async function planLimitGains(
  { facts, laydown }: PlanToWeigh,
  context: JobContext,
): Promise<Result<LimitGains>> {
  const asked = askedProblem(facts)
  if (!asked.ok) return asked
  const { problem } = asked.value
  const settings = { seed: facts.request.seed, maxMoves: MOVES_AGAIN, boundSteps: BOUND_STEPS }
  const plan = laydownFrom(problem, laydown)
  return ok(await runSteps(limitGains(problem, plan, settings), context))
}

/** Whether all that is demanded can hold together, and what cannot. */
export async function planConflict(
  { facts, laydown }: PlanToWeigh,
  context: JobContext,
): Promise<Result<DemandsInConflict>> {
  const asked = askedProblem(facts)
  if (!asked.ok) return asked
  const { problem, decisions } = asked.value
  const plan = laydownFrom(problem, laydown)
  const found = await runSteps(conflictOf(problem, plan, { decisions }), context)
  const held = found.laydown === null ? null : unitsOfLaydown(problem, found.laydown)
  return ok({ ...found, laydown: held })
}
