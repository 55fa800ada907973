import { categoryName } from '../options.ts'
import type { MethodCard, StudyChoices } from '../study.ts'
import { STEP_COUNT, STEP_DAYS } from './step-rates.ts'

/** Fewer reports in the year than this cannot be told apart by step. A working value. */
export const LEAST_REPORTS = 5 * STEP_COUNT

/** How the figures come about. */
export function methodOf(choices: StudyChoices): MethodCard {
  return {
    formula:
      'Getis–Ord Gi* of each cell and step against all cells and steps, with its neighbours in the same step and the step before; Benjamini–Hochberg; then Mann–Kendall on each cell’s scores.',
    parameters: [
      { name: 'Incidents', value: `${categoryName(choices)}, reported` },
      {
        name: 'Steps',
        value: `${STEP_COUNT} of ${STEP_DAYS} days up to the planning time, whatever the window`,
      },
      { name: 'Values', value: 'empirical-Bayes rates per 10,000 people a year, whole reports' },
      { name: 'Hot or cold at', value: '90 %' },
      { name: '“Throughout” is', value: 'nine steps of ten or more' },
      { name: 'Too few', value: `fewer than ${LEAST_REPORTS} reports in the year` },
    ],
    limits: [
      'Cold means few reports, not peace.',
      'A step of four weeks with few reports says little; a season can look like a trend.',
      'Where few people live one report makes a high rate, even a steadied one.',
      'Cells where nobody lives or could report are left out, not counted as zero.',
      'The classes follow Esri’s published rules; they were not checked against its tool.',
    ],
    source:
      'Ord and Getis, Geographical Analysis 27 (1995); Esri, Emerging Hot Spot Analysis (documentation).',
  }
}
