import { grouped } from '#core/figures.ts'
import { vehicleNamed } from '#core/records/vehicle.ts'
import type { CriticalStretches } from '../../access/critical-stretches.ts'
import { minutesWords } from '../parts/figure-words.ts'
import type { MethodCard, StudyFacts } from '../study.ts'

export function methodOf(
  { operation, vehicles }: StudyFacts,
  asked: { readonly atMostKilometres: number; readonly found: CriticalStretches | null },
): MethodCard {
  const { found, atMostKilometres } = asked
  return {
    formula:
      'A stretch is a bridge, ferry or ford, or road between two junctions, cut where it is longer than the limit. Each one on somebody’s quickest way is taken out alone, and what lies behind it is found anew. Ranked by people who are then out of reach, by people who are then beyond the standard, then by Σ people × minutes added over those still reached. Of the pieces of one road between two junctions the worst is listed.',
    parameters: [
      { name: 'By', value: vehicleNamed(vehicles, operation.vehicleId).name },
      { name: 'Standard', value: minutesWords(operation.responseStandardMinutes) },
      { name: 'Longest piece', value: `${atMostKilometres} km` },
      {
        name: 'Tried',
        value: `${grouped(found?.triedCount ?? 0)} of ${grouped(found?.usedCount ?? 0)}`,
      },
    ],
    limits: [
      'A lost stretch is lost in its whole length, for wheels and for feet; who lives along it walks to the rest of the roads where that is near.',
      'One loss at a time: two at once can cut off where each alone does not.',
      'A bridge counts on its own only where the roads on record say that it is one.',
      'Restrictions in force stay in force, so a way round that is closed today does not count.',
      'No exact figure is more than the record of roads: a track that is missing there is a way round that exists.',
    ],
    source:
      'Analysis of single failures as in Jenelius, Petersen and Mattsson, Importance and exposure in road network vulnerability analysis (2006).',
  }
}
