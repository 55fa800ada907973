import type { Course, Terms } from '../course.ts'
import type { CompareMeasure } from './measure.ts'
import { isWithinStandard, peoplePartsWhere, peopleWhere } from './people-where.ts'
import { said, upTo, wayText } from './said.ts'

/** So great a part of those who are reached in time today scores 0 when it loses that: a tenth is a disaster. */
const WORST_SHARE = 0.1

export const CIVILIAN_IMPACT: CompareMeasure = {
  id: 'civilianImpact',
  name: 'Civilian impact',
  definition:
    'People who fall out of the standard. A unit reaches them within the response standard today, and no longer would.',
  unit: 'people',
  isHighGood: false,
  usualWeight: 10,
  isAlwaysShown: true,
  usualBenchmark: () => 0,
  naturalScale: ({ baseline }) =>
    upTo(WORST_SHARE * peopleWhere(baseline, (cell) => isWithinStandard(baseline, cell))),
  measure: (course, terms) => said(peopleWhere(course, (cell) => isLost(course, terms, cell))),
  parts: (course, terms) =>
    peoplePartsWhere(
      course,
      (cell) => isLost(course, terms, cell),
      (cell) => {
        const minutesIn = ({ situation }: Course) => situation.responseMinutes[cell]!
        return `${wayText(minutesIn(course))} (now ${wayText(minutesIn(terms.baseline))})`
      },
    ),
}

function isLost(course: Course, { baseline }: Terms, cell: number): boolean {
  return isWithinStandard(baseline, cell) && !isWithinStandard(course, cell)
}
