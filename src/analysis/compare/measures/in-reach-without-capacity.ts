import { decimal, grouped } from '#core/figures.ts'
import { FINENESS } from '../../whole-units.ts'
import { TROOPS_PER_PATROL } from '../../zones/patrol-rhythm.ts'
import { type PlaceWork, patrolWorkOf } from '../patrol-work.ts'
import { everybody } from '../whole-people.ts'
import type { CompareMeasure } from './measure.ts'
import { said, upTo } from './said.ts'

export const IN_REACH_WITHOUT_CAPACITY: CompareMeasure = {
  id: 'inReachWithoutCapacity',
  name: 'People in reach without capacity',
  definition: `People whom too few troops can visit. They are within the standard, and the troops at the place nearest to them, in a straight line, are too few to visit as often as need asks, at one patrol a day for ${TROOPS_PER_PATROL} troops. Places whose strength is not known are left out.`,
  unit: 'people',
  isHighGood: false,
  usualWeight: 0,
  usualBenchmark: () => null,
  naturalScale: ({ baseline }) => upTo(everybody(baseline.input.ground.peopleCount)),
  measure: (course) => {
    const { places } = patrolWorkOf(course)
    if (places.length > 0 && places.every(isUnknown)) return said(Number.NaN)
    return said(places.reduce((sum, { peopleWithout }) => sum + peopleWithout, 0) / FINENESS)
  },
  parts: (course) => ({
    kind: 'sum',
    noun: 'places',
    rows: patrolWorkOf(course)
      .places.filter(({ peopleWithout }) => peopleWithout > 0)
      .map((work) => ({
        label: work.place.name,
        areaIndex: null,
        position: work.place.position,
        amount: work.peopleWithout / FINENESS,
        of: null,
        text: `of ${grouped(work.peopleWithin / FINENESS)} people; ${daysText(work)}`,
      }))
      .sort((a, b) => b.amount - a.amount),
  }),
}

/** Whether nobody knows how strong they are. */
export function isUnknown({ troopCount }: PlaceWork): boolean {
  return Number.isNaN(troopCount)
}

/** What the troops of a place have, and what is asked of them. */
export function daysText(work: PlaceWork): string {
  if (isUnknown(work)) return 'strength not known'
  const { troopCount, daysThere, daysNeeded } = work
  return `${grouped(troopCount)} strong: ${decimal(daysThere)} of ${decimal(daysNeeded)} patrol-days`
}
