import type { Course } from '../course.ts'
import { everybody } from '../whole-people.ts'
import type { CompareMeasure } from './measure.ts'
import { peoplePartsWhere, peopleWhere } from './people-where.ts'
import { said, upTo } from './said.ts'

export const PEOPLE_OUT_OF_REACH: CompareMeasure = {
  id: 'peopleOutOfReach',
  name: 'People out of reach',
  definition:
    'People whom no unit can reach. It is counted by road and on foot, under the restrictions in force.',
  unit: 'people',
  isHighGood: false,
  usualWeight: 10,
  usualBenchmark: () => null,
  naturalScale: ({ baseline }) => upTo(everybody(baseline.input.ground.peopleCount)),
  measure: (course) => said(peopleWhere(course, (cell) => isOut(course, cell))),
  parts: (course) => peoplePartsWhere(course, (cell) => isOut(course, cell)),
}

function isOut({ situation }: Course, cell: number): boolean {
  return Number.isNaN(situation.responseMinutes[cell]!)
}
