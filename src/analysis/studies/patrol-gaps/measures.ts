import type { PatrolCoverage } from '../../patrols/patrol-coverage.ts'
import { choiceOf } from '../options.ts'
import type { StudyChoices, StudyOption } from '../study.ts'

/** What stands for a place: all in days, and many are bad. */
export const MEASURE_OPTION = {
  id: 'measure',
  name: 'Measure',
  type: 'choice',
  choices: [
    { id: 'longestGap', name: 'Longest gap' },
    { id: 'sinceLast', name: 'Since last visit' },
    { id: 'meanSince', name: 'Mean time since visit' },
    { id: 'uncovered', name: 'Days not covered' },
  ],
  usual: 'longestGap',
} as const satisfies StudyOption

export const WITHIN_OPTION = {
  id: 'withinDays',
  name: 'A visit covers',
  type: 'number',
  unit: 'd',
  min: 7,
  max: 60,
  step: 1,
  usual: 30,
} as const satisfies StudyOption

export type Measure = (typeof MEASURE_OPTION.choices)[number]['id']

/** What was chosen. */
export function measureOf(choices: StudyChoices): Measure {
  return choiceOf(MEASURE_OPTION, choices) as Measure
}

const DAYS: Readonly<Record<Measure, (coverage: PatrolCoverage, days: number) => Float64Array>> = {
  longestGap: ({ maxGapDays }) => maxGapDays,
  sinceLast: ({ daysSinceVisit }) => daysSinceVisit,
  meanSince: ({ meanSinceVisitDays }) => meanSinceVisitDays,
  uncovered: ({ shareOfDaysWithin }, periodDays) =>
    shareOfDaysWithin.map((share) => periodDays * (1 - share)),
}

/** Days of every cell under a measure; NaN: never visited, where the measure starts at a visit. */
export function daysUnder(
  measure: Measure,
  coverage: PatrolCoverage,
  periodDays: number,
): Float64Array {
  return DAYS[measure](coverage, periodDays)
}
