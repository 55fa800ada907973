import type { PlanProblem } from '../../problem.ts'
import type { Grant } from '../grants.ts'

/** Something that a person could grant, and the problem with it. */
export type Relaxation = {
  readonly kind: 'moves' | 'hold' | 'rule' | 'room' | 'budget' | 'unit' | 'standard' | 'priority'
  /** As the subject of a sentence: "2 more moves". */
  readonly name: string
  readonly problem: PlanProblem
  /** Left out: no setting of the operation is it. */
  readonly grant?: Grant
  /** Of a priority: how often need counts. */
  readonly times?: number
}

/** The same thing by rising size: the smallest that serves is enough. */
export type Ladder = {
  readonly kind: Relaxation['kind']
  /** What was tried, where none of it served: "up to 10 more moves". */
  readonly tried: string
  readonly steps: readonly Relaxation[]
  /** Something larger: where that does not serve, this cannot be hoped to. */
  readonly onlyIf?: Relaxation
}

/** How many more are tried, of units and of room for them. */
export const MORE_UNITS = [1, 2, 5] as const
