import { ok, type Result, refuse } from '#core/issue.ts'
import { objectiveNamed } from '#planner/objectives/registry.ts'
import { operationProblem } from '#planner/operation-problem.ts'
import type { JobContext } from './job.ts'
import type { PlanFacts, PlanFound } from './plan-facts.ts'
import { type PlanInterim, searchPlan } from './search-plan.ts'

/** Makes the problem of a scenario and searches for a plan; refused where there is nothing to plan with. */
export async function plan(
  facts: PlanFacts,
  context: JobContext<PlanInterim>,
): Promise<Result<PlanFound>> {
  const { candidates, request } = facts
  const { problem, issues } = operationProblem({ ...facts, ...candidates })
  const faults = issues.filter(({ severity }) => severity === 'error')
  if (faults.length > 0) return refuse(...faults)
  const asked = objectiveNamed(request.objectiveName).apply(problem)
  return ok({ plan: await searchPlan(asked, request, context), issues })
}
