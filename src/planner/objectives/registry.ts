import { evenCounties } from './even-counties.ts'
import { fairMinutes } from './fair-minutes.ts'
import { fewestMoves } from './fewest-moves.ts'
import { leastCost } from './least-cost.ts'
import { needCovered } from './need-covered.ts'
import type { Objective } from './objective.ts'
import { peopleCovered } from './people-covered.ts'

/** Every objective, the usual one first. */
export const OBJECTIVES: readonly Objective[] = [
  needCovered,
  peopleCovered,
  evenCounties,
  fairMinutes,
  fewestMoves,
  leastCost,
]

/** The objective of a name; the usual one for a name that is not known. */
export function objectiveNamed(name: string): Objective {
  return OBJECTIVES.find((objective) => objective.name === name) ?? needCovered
}
