import { reachOf } from '#analysis/reach/reach.ts'
import { ok, type Result, refuse } from '#core/issue.ts'
import type { ResourceType } from '#core/records/resource-type.ts'
import { type CandidatePlace, candidatePlaces } from '#planner/candidate-places.ts'
import { objectiveNamed } from '#planner/objectives/registry.ts'
import { operationProblem } from '#planner/operation-problem.ts'
import { communitiesOf } from './community-class.ts'
import type { JobContext } from './job.ts'
import type { PlanFacts, PlanFound } from './plan-facts.ts'
import { type PlanInterim, searchPlan } from './search-plan.ts'

/** Makes the problem of a scenario and searches for a plan; refused where there is nothing to plan with. */
export async function plan(
  facts: PlanFacts,
  context: JobContext<PlanInterim>,
): Promise<Result<PlanFound>> {
  const { ground, operation, need, sites, postings, request, communityClasses } = facts
  const places = candidatePlaces({
    ground,
    operation,
    bases: facts.bases,
    communities: communitiesOf(ground, communityClasses),
    needScore: need.score,
    requiredPlaceIds: new Set([...sites, ...postings].map(({ placeId }) => placeId)),
  })
  const isUsed = (mode: ResourceType['mode']) =>
    facts.resourceTypes.some((type) => type.mode === mode)
  const { problem, issues } = operationProblem({
    ...facts,
    places,
    minutes: {
      vehicle: minutesFrom(facts, places, isUsed('vehicle') ? 'vehicle' : null),
      foot: minutesFrom(facts, places, isUsed('foot') ? 'foot' : null),
    },
  })
  const faults = issues.filter(({ severity }) => severity === 'error')
  if (faults.length > 0) return refuse(...faults)
  const asked = objectiveNamed(request.objectiveName).apply(problem)
  return ok({ plan: await searchPlan(asked, request, context), issues })
}

/** Minutes from each place to each cell, place-major; all NaN for a mode that nobody uses. */
function minutesFrom(
  facts: PlanFacts,
  places: readonly CandidatePlace[],
  mode: ResourceType['mode'] | null,
): Float32Array {
  const cellCount = facts.ground.grid.cells.length
  const minutes = new Float32Array(places.length * cellCount).fill(Number.NaN)
  if (mode === null) return minutes
  const reach = reachOf(facts, mode)
  places.forEach(({ position }, place) => {
    minutes.set(reach([position]), place * cellCount)
  })
  return minutes
}
