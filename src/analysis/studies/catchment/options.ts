import { type CatchmentRule, stepWeight } from '../../access/floating-catchment.ts'
import { choiceOf } from '../options.ts'
import type { StudyChoices, StudyOption } from '../study.ts'

export const SUPPLY_OPTION = {
  id: 'supply',
  name: 'Shared out',
  type: 'offered',
  usualName: 'Health facilities, else teams',
} as const satisfies StudyOption

export const METHOD_OPTION = {
  id: 'method',
  name: 'Method',
  type: 'choice',
  choices: [
    { id: 'e2sfca', name: 'Near counts more (E2SFCA)' },
    { id: '2sfca', name: 'In reach or not (2SFCA)' },
    { id: '3sfca', name: 'People choose the near (3SFCA)' },
  ],
  usual: 'e2sfca',
} as const satisfies StudyOption

export const THRESHOLDS_OPTION = {
  id: 'thresholds',
  name: 'Within',
  type: 'choice',
  choices: [
    { id: '30-60-120', name: '30 min, 1 h, 2 h: teams' },
    { id: '10-20-30', name: '10, 20, 30 min: clinics' },
    { id: '60-120-240', name: '1 h, 2 h, 4 h' },
  ],
  usual: '30-60-120',
} as const satisfies StudyOption

/** Weights of the three zones (Luo and Qi 2009). */
export const ZONE_WEIGHTS = [1, 0.68, 0.22] as const

export function thresholdsOf(choices: StudyChoices): readonly number[] {
  return choiceOf(THRESHOLDS_OPTION, choices).split('-').map(Number)
}

/** The chosen method at the chosen thresholds; `scale` makes every threshold so many times as long. */
export function ruleOf(choices: StudyChoices, scale = 1): CatchmentRule {
  const method = choiceOf(METHOD_OPTION, choices)
  const thresholds = thresholdsOf(choices).map((minutes) => minutes * scale)
  if (method === '2sfca') return { weightOf: stepWeight([thresholds.at(-1)!], [1]), drawOf: null }
  const weightOf = stepWeight(thresholds, ZONE_WEIGHTS)
  return { weightOf, drawOf: method === '3sfca' ? weightOf : null }
}
