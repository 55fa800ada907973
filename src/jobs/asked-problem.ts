import { type Issue, ok, type Result, refuse } from '#core/issue.ts'
import { objectiveNamed } from '#planner/objectives/registry.ts'
import { operationProblem } from '#planner/operation/operation-problem.ts'
import type { PlanProblem } from '#planner/problem.ts'
import type { Decision } from '#planner/reasons/decisions.ts'
import type { PlanFacts } from './plan-facts.ts'

/** The problem of a scenario under the objective that was asked for; refused where there is nothing to plan with. */
export function askedProblem(facts: PlanFacts): Result<{
  readonly problem: PlanProblem
  readonly decisions: readonly Decision[]
  readonly issues: readonly Issue[]
}> {
  const { problem, decisions, issues } = operationProblem({ ...facts, ...facts.candidates })
  const faults = issues.filter(({ severity }) => severity === 'error')
  if (faults.length > 0) return refuse(...faults)
  const { apply } = objectiveNamed(facts.request.objectiveName)
  return ok({ problem: apply(problem), decisions, issues })
}
