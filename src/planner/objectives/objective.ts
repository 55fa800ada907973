import type { PlanProblem } from '../problem.ts'

/** One way to say that a plan is good: it rewrites a problem, and the search stays the same. */
export type Objective = {
  readonly name: string
  readonly title: string
  /** One sentence that a commander can argue with. */
  readonly definition: string
  apply(problem: PlanProblem): PlanProblem
}
