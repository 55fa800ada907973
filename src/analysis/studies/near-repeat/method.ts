import { categoryName } from '../options.ts'
import type { MethodCard, StudyChoices, StudyFacts } from '../study.ts'

export const SEED = 23
export const KILOMETRES = [2, 5, 10, 20] as const
export const DAYS = [7, 14, 28, 56] as const

/** How the figures come about. */
export function methodOf(
  { operation }: StudyFacts,
  choices: StudyChoices,
  permutationCount: number,
): MethodCard {
  return {
    formula:
      'Knox test in bands: pairs of incidents by distance and days between them, over the pairs to be expected if place and time had nothing to do with each other; p = (M + 1)/(R + 1) of R shuffles of the times over the places, one-sided.',
    parameters: [
      { name: 'Incidents', value: `${categoryName(choices)}, reported` },
      { name: 'Window', value: `${operation.incidentWindowDays} days` },
      { name: 'Bands', value: `${KILOMETRES.join(', ')} km; ${DAYS.join(', ')} days` },
      {
        name: 'Shuffles',
        value: `${permutationCount}${permutationCount < 999 ? ', as there are more than 5,000 incidents' : ''}`,
      },
      { name: 'Seed', value: String(SEED) },
      {
        name: 'Raised',
        value: 'from the first band on, each with 1.2 times the pairs of chance and p below 0.05',
      },
      {
        name: 'Not a repeat',
        value: 'all bands raised, the closest less than 1.2 times as much as the widest',
      },
      { name: 'No figure', value: 'where less than one pair was to be expected' },
      { name: 'On the map', value: 'incidents so near and so recent to the middle of a cell' },
      { name: 'Left out', value: `places known less exactly than ${KILOMETRES[0]} km` },
    ],
    limits: [
      'One event that was reported twice looks like a repeat.',
      'Places that grow or fade over the whole window, or a season, raise all bands alike.',
      'It says that more follows, not who does it or why.',
      'Of sixteen bands about one has p below 0.05 by chance.',
    ],
    source:
      'Knox, Applied Statistics 13 (1964); Ratcliffe and Rengert, Security Journal 21 (2008); the 1.2 as in the Near Repeat Calculator.',
  }
}
