import type { NeedSurface } from '#analysis/situation.ts'
import type { Issue } from '#core/issue.ts'
import type { Site } from '#core/records/site.ts'
import type { Plan } from '#planner/plan.ts'
import type { SearchRequest } from './search-plan.ts'
import type { TravelFacts } from './travel-facts.ts'

/** What a plan of a scenario follows from, and what is asked of the search. */
export type PlanFacts = TravelFacts & {
  readonly need: Pick<NeedSurface, 'score' | 'lowest' | 'highest'>
  readonly sites: readonly Site[]
  readonly request: SearchRequest
}

/** A plan, and what a person should know about the facts it rests on. */
export type PlanFound = { readonly plan: Plan; readonly issues: readonly Issue[] }
