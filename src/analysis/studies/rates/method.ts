import { categoryName } from '../options.ts'
import type { MethodCard, StudyChoices, StudyFacts } from '../study.ts'

/** How the figures come about. */
export function methodOf({ operation }: StudyFacts, choices: StudyChoices): MethodCard {
  return {
    formula:
      'Steadied: empirical Bayes, m + (r − m)·A/(A + m/P), the rate r of a cell drawn towards the rate m of all, the more the fewer people P live there. By county: reports over people and years, with Garwood’s exact 95 % interval.',
    parameters: [
      { name: 'Incidents', value: `${categoryName(choices)}, reported` },
      { name: 'Window', value: `${operation.incidentWindowDays} days` },
      { name: 'On the map', value: 'each report counted as far as it is believed' },
      { name: 'By county', value: 'whole reports, people of cells where somebody could report' },
      { name: 'Classes', value: 'fixed at 0.3, 1, 3 and 10, so that months can be compared' },
    ],
    limits: [
      'Reports are denser near observers and towns: a low rate may be a silent place.',
      'Cells where nobody could report, or nobody lives, have no rate.',
      'One county in twenty lies outside of its interval by chance.',
      'People are those of the census, wherever they have fled since.',
    ],
    source:
      'Marshall, Applied Statistics 40 (1991); Garwood, Biometrika 28 (1936); R poisson.test.',
  }
}
