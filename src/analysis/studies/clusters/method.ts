import { grouped } from '#core/figures.ts'
import { categoryName } from '../options.ts'
import type { MethodCard, StudyChoices, StudyFacts } from '../study.ts'

export const SEED = 41
/** Up to so many cells are compared with draws: enough of them takes two seconds. */
export const MOST_DRAWN_CELLS = 700

/** How the figures come about. */
export function methodOf(
  { operation }: StudyFacts,
  choices: StudyChoices,
  permutationCount: number,
): MethodCard {
  return {
    formula:
      'Anselin’s local Moran, I = (n − 1)·z·mean of the six neighbours’ z ÷ Σz², on empirical-Bayes rates per 10,000 people a year; two-sided p, Benjamini–Hochberg.',
    parameters: [
      { name: 'Incidents', value: `${categoryName(choices)}, reported` },
      { name: 'Window', value: `${operation.incidentWindowDays} days` },
      ...(permutationCount > 0
        ? [
            { name: 'Draws', value: `${grouped(permutationCount)} of the neighbours of each cell` },
            { name: 'Seed', value: String(SEED) },
          ]
        : [
            {
              name: 'p',
              value: `normal tail: more than ${MOST_DRAWN_CELLS} cells are too many for enough draws`,
            },
          ]),
      { name: 'Sure at', value: '95 % after control of false discoveries' },
    ],
    limits: [
      'Reports are denser near observers and towns.',
      'Cells where nobody could report are left out, not counted as zero.',
      ...(permutationCount > 0
        ? []
        : [
            'On skewed rates the normal tail is quick to see high clusters and slow to see low ones.',
          ]),
      'Another cell size can give another picture.',
    ],
    source: 'Anselin, Geographical Analysis 27 (1995); scaling as in PySAL esda.',
  }
}
