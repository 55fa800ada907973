import type { Issue } from '#core/issue.ts'
import type { Vehicle } from '#core/records/vehicle.ts'
import type { OperationProblemInput } from '#planner/operation/operation-problem.ts'
import type { Plan } from '#planner/plan.ts'
import type { Candidates } from './candidates.ts'
import type { SearchRequest } from './search-plan.ts'

/** What a plan of a scenario follows from, and what is asked of the search. */
export type PlanFacts = Omit<OperationProblemInput, 'places' | 'minutes' | 'travelKeys'> & {
  readonly vehicles: readonly Vehicle[]
  readonly candidates: Candidates
  readonly request: SearchRequest
}

/** A plan, and what a person should know about the facts it rests on. */
export type PlanFound = { readonly plan: Plan; readonly issues: readonly Issue[] }
