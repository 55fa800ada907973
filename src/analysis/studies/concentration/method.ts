import { categoryName } from '../options.ts'
import type { MethodCard, StudyChoices, StudyFacts } from '../study.ts'

export const SEED = 17
export const DRAW_COUNT = 199

/** How the figures come about. */
export function methodOf({ operation }: StudyFacts, choices: StudyChoices): MethodCard {
  return {
    formula:
      'Cells sorted by reports, most first: least share of them that holds a share of all reports. G: twice the area between curve and diagonal. G′ = max(n/c, 1)·(G − 1) + 1 for n cells and c reports: 0 where few reports lie as evenly as they can.',
    parameters: [
      { name: 'Incidents', value: `${categoryName(choices)}, reported, whole` },
      { name: 'Window', value: `${operation.incidentWindowDays} days` },
      { name: 'Settled cells', value: 'people live there and somebody could have reported' },
      {
        name: 'By chance, where people live',
        value: `${DRAW_COUNT} times, each report on a person drawn at random`,
      },
      { name: 'Seed', value: String(SEED) },
    ],
    limits: [
      'On the map, cells with as many reports as the last that is needed come with it, so that there are more of them than in the table.',
      'Reports crowd where observers and telephones are.',
      'Cells where nobody could report are left out, not counted as empty.',
      'Smaller cells give a higher concentration: compare like with like.',
    ],
    source: 'Bernasco and Steenbeek, Journal of Quantitative Criminology 33 (2017).',
  }
}
