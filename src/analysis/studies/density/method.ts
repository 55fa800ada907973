import { categoryName, choiceOf, numberOf } from '../options.ts'
import type { MethodCard, StudyChoices, StudyFacts, StudyOption } from '../study.ts'

export const BANDWIDTH = {
  id: 'bandwidthKilometres',
  name: 'Felt as far as',
  type: 'number',
  unit: 'km',
  min: 3,
  max: 30,
  step: 1,
  usual: 8,
} as const satisfies StudyOption
export const HALF_LIFE = {
  id: 'halfLifeDays',
  name: 'Halves in',
  type: 'number',
  unit: 'days',
  min: 15,
  max: 365,
  step: 5,
  usual: 60,
} as const satisfies StudyOption
export const WEIGHT = {
  id: 'weight',
  name: 'Each weighs',
  type: 'choice',
  choices: [
    { id: 'severity', name: 'Severity × confidence' },
    { id: 'confidence', name: 'Confidence alone' },
  ],
  usual: 'severity',
} as const satisfies StudyOption

/** How the figures come about. */
export function methodOf({ operation }: StudyFacts, choices: StudyChoices): MethodCard {
  const isSevere = choiceOf(WEIGHT, choices) === 'severity'
  const kilometres = numberOf(BANDWIDTH, choices)
  return {
    formula:
      'Sum over reports of weight × 0.5^(age ÷ half-life) × 3/(πb²)·(1 − d²/b²)² within b kilometres (quartic kernel), per km² in a plane of true areas; the map divides it by the mean of the theatre.',
    parameters: [
      { name: 'Incidents', value: `${categoryName(choices)}, reported` },
      { name: 'Window', value: `${operation.incidentWindowDays} days` },
      { name: 'Bandwidth b', value: `${kilometres} km` },
      { name: 'Half-life', value: `${numberOf(HALF_LIFE, choices)} days` },
      {
        name: 'Weight',
        value: isSevere
          ? 'severity share × confidence share; without a severity it is 0, without a confidence 1'
          : 'confidence share; 1 where nobody said',
      },
      { name: 'Left out', value: `places known less exactly than ${kilometres} km` },
      { name: 'Classes', value: 'fixed at half, 1, 2 and 5 times the mean' },
    ],
    limits: [
      'It counts incidents, not people: where many live, much is reported.',
      'Distance and half-life are working values: another choice gives another map.',
      'Times the mean says nothing of how much there is in all; the table has it per 1,000 km².',
      'It shows where incidents were, not where the next one will be.',
    ],
    source: 'Silverman, Density Estimation (1986).',
  }
}
