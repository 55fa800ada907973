import { categoryName } from '../options.ts'
import type { MethodCard, StudyChoices, StudyFacts } from '../study.ts'

export const MONTH_COUNT = 12

/** How the figures come about. */
export function methodOf({ operation }: StudyFacts, choices: StudyChoices): MethodCard {
  return {
    formula:
      'Incidents that people or media reported and incidents that patrols found are counted apart, by cell, county and whole month. Share found = found ÷ (found + reported), with Clopper and Pearson’s exact 95 % interval.',
    parameters: [
      { name: 'Incidents', value: categoryName(choices) },
      { name: 'Window', value: `${operation.incidentWindowDays} days` },
      { name: 'Months', value: `whole ones of the last ${MONTH_COUNT}, UTC` },
      { name: 'Left out of cells', value: 'places known less exactly than a cell' },
    ],
    limits: [
      'Patrols find most where they go most: what they find says as much about patrols as about the place.',
      'An incident both reported and found counts as whatever the record calls it.',
      'Where neither reports nor patrols come from, nothing is known.',
    ],
    source:
      'Ensign et al., Proceedings of Machine Learning Research 81 (2018); Clopper and Pearson, Biometrika 26 (1934).',
  }
}
