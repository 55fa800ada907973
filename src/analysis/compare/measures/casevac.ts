import { listed } from '#core/figures.ts'
import { CARE_STANDARD_MINUTES } from '../../access/time-standards.ts'
import { FINENESS } from '../../whole-units.ts'
import type { Course, Terms } from '../course.ts'
import { everybody, wholePeople } from '../whole-people.ts'
import type { CompareMeasure } from './measure.ts'
import { partsByCommunity } from './parts-by-community.ts'
import { peopleWhere } from './people-where.ts'
import { said, wayText } from './said.ts'

const [FIRST_AID, ADVANCED, SURGERY] = CARE_STANDARD_MINUTES
const NAMES = ['first aid', 'advanced care', 'surgery'] as const

export const CASEVAC: CompareMeasure = {
  id: 'casevac',
  name: 'CASEVAC 10-1-2 met',
  definition: `Share of people with care in time. First aid within ${FIRST_AID} min, advanced care within ${ADVANCED} min and surgery within ${SURGERY} min, on the ground or by air where that is sooner; care that nobody on record gives today is left out.`,
  unit: 'share',
  isHighGood: true,
  usualWeight: 10,
  isOfCare: true,
  usualBenchmark: () => null,
  naturalScale: () => ({ worst: 0, best: 1 }),
  measure: (course, terms) => {
    const levels = levelsOf(terms)
    if (levels.length === 0) return said(Number.NaN)
    const met = peopleWhere(course, (cell) => isMet(course, levels, cell))
    return said(met / everybody(course.input.ground.peopleCount))
  },
  parts: (course, terms) => {
    const people = wholePeople(course.input.ground.peopleCount)
    const levels = levelsOf(terms)
    return {
      kind: 'ratio',
      noun: 'communities, by people',
      areWhole: true,
      // Where nobody gives care nothing is met and nothing missed.
      rows:
        levels.length === 0
          ? []
          : partsByCommunity(course.input.ground, {
              amount: people.map((units, cell) => (isMet(course, levels, cell) ? units : 0)),
              of: people,
              unitsInOne: FINENESS,
              textOf: (cell) =>
                listed(levels.map((at) => `${NAMES[at]} ${wayText(minutesTo(course, at, cell))}`)),
            }),
    }
  },
}

/** The levels that every course is judged by: those that somebody gives today. */
function levelsOf({ baseline }: Terms): number[] {
  return [...CARE_STANDARD_MINUTES.keys()].filter((at) => baseline.careMinutes[at])
}

function minutesTo({ careMinutes }: Course, at: number, cell: number): number {
  return careMinutes[at]?.[cell] ?? Number.NaN
}

function isMet(course: Course, levels: readonly number[], cell: number): boolean {
  return levels.every((at) => minutesTo(course, at, cell) <= CARE_STANDARD_MINUTES[at]!)
}
