import type { Course } from '../course.ts'
import { troopsByPlace } from '../troops.ts'
import type { CompareMeasure } from './measure.ts'
import { placeNames } from './place-names.ts'
import { said, upTo } from './said.ts'

export const TROOPS_IN_PLACE: CompareMeasure = {
  id: 'troopsInPlace',
  name: 'Troops in place',
  definition: 'People of all units in place. Units of unknown strength are left out.',
  unit: 'people',
  isHighGood: false,
  usualWeight: 0,
  usualBenchmark: () => null,
  naturalScale: ({ baseline }) => upTo(2 * troopsOf(baseline)),
  measure: (course) => said(troopsOf(course)),
  parts: ({ input }) => {
    const placeOf = placeNames(input)
    return {
      kind: 'sum',
      noun: 'places',
      rows: knownTroops(input)
        .map(([placeId, count]) => {
          const { name, position } = placeOf(placeId)
          return { label: name, areaIndex: null, position, amount: count, of: null, text: '' }
        })
        .sort((a, b) => b.amount - a.amount || (a.label < b.label ? -1 : 1)),
    }
  },
}

function troopsOf({ input }: Course): number {
  return knownTroops(input).reduce((sum, [, count]) => sum + count, 0)
}

function knownTroops(input: Course['input']): (readonly [placeId: string, count: number])[] {
  return [...troopsByPlace(input)].filter(([, count]) => count > 0)
}
