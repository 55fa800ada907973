import type { Course } from '../course.ts'
import { reserveLines } from '../force-use.ts'
import type { CompareMeasure } from './measure.ts'
import { placeNames } from './place-names.ts'
import { said } from './said.ts'

export const RESERVE_LEFT: CompareMeasure = {
  id: 'reserveLeft',
  name: 'Reserve left',
  definition:
    'Reserves that no posting takes. People of reserve and quick reaction units are counted.',
  unit: 'people',
  isHighGood: true,
  usualWeight: 5,
  usualBenchmark: () => null,
  naturalScale: ({ baseline }) => ({ worst: 0, best: reserveOf(baseline) || 1 }),
  measure: (course) => said(reserveOf(course)),
  parts: ({ input }) => {
    const placeOf = placeNames(input)
    const nameOf = new Map(input.resourceTypes.map(({ id, name }) => [id, name]))
    return {
      kind: 'sum',
      noun: 'reserve and quick reaction units',
      rows: reserveLines(input)
        .filter(({ peopleCount }) => peopleCount > 0)
        .map(({ placeId, typeId, unitName, peopleCount }) => {
          const { name, position } = placeOf(placeId)
          return {
            label: unitName,
            areaIndex: null,
            position,
            amount: peopleCount,
            of: null,
            text: typeId === null ? name : `${nameOf.get(typeId) ?? typeId}, ${name}`,
          }
        })
        .sort((a, b) => b.amount - a.amount || (a.label < b.label ? -1 : 1)),
    }
  },
}

function reserveOf({ input }: Course): number {
  return reserveLines(input).reduce((sum, { peopleCount }) => sum + peopleCount, 0)
}
