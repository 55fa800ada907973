import { vehicleNamed } from '#core/records/vehicle.ts'
import { choiceOf } from '../options.ts'
import { REACHED_FROM_OPTION } from '../parts/reached-from.ts'
import type { MethodCard, StudyChoices, StudyFacts } from '../study.ts'

export function methodOf({ operation, vehicles }: StudyFacts, choices: StudyChoices): MethodCard {
  const chosen = choiceOf(REACHED_FROM_OPTION, choices)
  return {
    formula:
      'Cut off: no way by road and on foot at the planning instant. Since: the begin of the earliest run of conditions, back from now without a break, under which it is out of reach. Conditions change at every begin and end of a restriction, of its months and of the wet season. What would reopen it: each restriction lifted alone; where none is enough, all are lifted and put back as long as the way stays open, so that none of those left is too many.',
    parameters: [
      {
        name: 'From',
        value:
          REACHED_FROM_OPTION.choices.find(({ id }) => id === chosen)?.name.toLowerCase() ?? '',
      },
      { name: 'By', value: vehicleNamed(vehicles, operation.vehicleId).name },
      { name: 'Longest walk', value: `${operation.maxFootMinutes} min` },
    ],
    limits: [
      'Measured from where units stand now, also for days gone by.',
      'A curfew or a closure by night counts from when it began this day, what is supposed, by a shock or a chosen season, from the planning instant.',
      'A restriction counts from the day that its record gives, whoever knew of it by then; one that was taken off the list is forgotten.',
      'Where several sets of restrictions would reopen a way, one of them is named.',
      'A cell is reached where its largest community is. Straight distances are no ways.',
    ],
    source: 'Dijkstra (1959), repaired after Ramalingam and Reps (1996).',
  }
}
