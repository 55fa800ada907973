import { everybody } from '../whole-people.ts'
import type { CompareMeasure } from './measure.ts'
import { isWithinStandard, peoplePartsWhere, peopleWhere } from './people-where.ts'
import { said } from './said.ts'

export const PEOPLE_WITHIN_STANDARD: CompareMeasure = {
  id: 'peopleWithinStandard',
  name: 'People within the standard',
  definition: 'People whom a unit reaches in time. In time is within the response standard.',
  unit: 'people',
  isHighGood: true,
  usualWeight: 10,
  usualBenchmark: () => null,
  naturalScale: ({ baseline }) => ({
    worst: 0,
    best: everybody(baseline.input.ground.peopleCount) || 1,
  }),
  measure: (course) => said(peopleWhere(course, (cell) => isWithinStandard(course, cell))),
  parts: (course) => peoplePartsWhere(course, (cell) => isWithinStandard(course, cell)),
}
