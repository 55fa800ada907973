import type { Course } from '../course.ts'
import { everybody } from '../whole-people.ts'
import type { CompareMeasure } from './measure.ts'
import { isWithinStandard, peoplePartsWhere, peopleWhere } from './people-where.ts'
import { said, upTo } from './said.ts'

export const PEOPLE_BEYOND_STANDARD: CompareMeasure = {
  id: 'peopleBeyondStandard',
  name: 'People beyond the standard',
  definition:
    'People whom help reaches too late. A unit can reach them, but later than the response standard.',
  unit: 'people',
  isHighGood: false,
  // Who was out of reach and now waits too long is better off, so a weight here would count that against a COA.
  usualWeight: 0,
  usualBenchmark: () => null,
  naturalScale: ({ baseline }) => upTo(everybody(baseline.input.ground.peopleCount)),
  measure: (course) => said(peopleWhere(course, (cell) => isBeyond(course, cell))),
  parts: (course) => peoplePartsWhere(course, (cell) => isBeyond(course, cell)),
}

function isBeyond(course: Course, cell: number): boolean {
  const isReached = !Number.isNaN(course.situation.responseMinutes[cell]!)
  return isReached && !isWithinStandard(course, cell)
}
