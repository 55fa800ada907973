import { counted } from '#core/figures.ts'
import { vehicleNamed } from '#core/records/vehicle.ts'
import type { RestrictionCosts } from '../../access/restriction-costs.ts'
import { minutesWords } from '../parts/figure-words.ts'
import type { MethodCard, StudyFacts } from '../study.ts'

export function methodOf(
  { operation, vehicles }: StudyFacts,
  costs: RestrictionCosts | null,
): MethodCard {
  return {
    formula:
      'Each restriction that acts at the planning instant is lifted alone, and travel worked out anew. Ranked by people who come within the standard, then by people who come back in reach, then by Σ people × minutes saved over those in reach both before and after. One that costs nothing alone, but would if it were the only one, is lifted in pairs.',
    parameters: [
      { name: 'By', value: vehicleNamed(vehicles, operation.vehicleId).name },
      { name: 'Standard', value: minutesWords(operation.responseStandardMinutes) },
      { name: 'Acting', value: counted(costs?.costs.length ?? 0, 'restriction') },
    ],
    limits: [
      'People who are out of reach have no minutes, so they enter no mean: read people back in reach beside minutes.',
      'Costs do not add up: two restrictions on one way share theirs, and all together cost what the last row says.',
      'Three or more that close the same way are not tried together.',
      'Says what lifting would give the force, not what a restriction is good for: hazards are closed for a reason.',
    ],
    source: 'Dijkstra (1959), repaired after Ramalingam and Reps (1996).',
  }
}
