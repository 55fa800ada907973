import { postFaults } from '#analysis/reach/posts-off-roads.ts'
import { type Issue, ok, type Result } from '#core/issue.ts'
import { epochMinutesOf, isWithin } from '#core/time/instant.ts'
import { askedProblem } from './asked-problem.ts'
import type { JobContext } from './job.ts'
import type { PlanFacts, PlanFound } from './plan-facts.ts'
import { type PlanInterim, searchPlan } from './search-plan.ts'

/** Makes the problem of a scenario and searches for a plan; refused where there is nothing to plan with. */
export async function plan(
  facts: PlanFacts,
  context: JobContext<PlanInterim>,
): Promise<Result<PlanFound>> {
  const asked = askedProblem(facts)
  if (!asked.ok) return asked
  const { problem, issues } = asked.value
  const found = await searchPlan(problem, facts.request, context)
  return ok({ plan: found, issues: [...issues, ...basesOffRoads(facts)] })
}

/** What to know of where the bases of the planning instant stand; mere distances aside. */
function basesOffRoads({ ground, operation, vehicles, bases }: PlanFacts): Issue[] {
  const vehicle = vehicles.find(({ id }) => id === operation.vehicleId)
  if (!vehicle) return []
  const faultOf = postFaults(ground, { operation, vehicle })
  const at = epochMinutesOf(operation.planningAt)
  return bases
    .filter(({ validFrom, validTo }) => isWithin(at, validFrom, validTo))
    .flatMap((base) => faultOf(base) ?? [])
    .filter(({ severity }) => severity !== 'note')
}
