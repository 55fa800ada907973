import { counted } from '#core/figures.ts'
import { FINENESS, wholeUnits } from '../../whole-units.ts'
import type { Course } from '../course.ts'
import { costLines } from '../force-use.ts'
import type { CompareMeasure } from './measure.ts'
import { placeNames } from './place-names.ts'
import { said, upTo } from './said.ts'

export const COST: CompareMeasure = {
  id: 'cost',
  name: 'Cost for 30 days',
  definition: 'Running cost of everything in place. It is that of 30 days, moved or not.',
  unit: 'USD',
  isHighGood: false,
  usualWeight: 5,
  usualBenchmark: ({ budgetUsd }) => budgetUsd,
  naturalScale: ({ baseline }) => upTo(2 * costOf(baseline)),
  measure: (course) => said(costOf(course)),
  parts: ({ input }) => {
    const placeOf = placeNames(input)
    const nameOf = new Map(input.resourceTypes.map(({ id, name }) => [id, name]))
    return {
      kind: 'sum',
      noun: 'types at places',
      rows: costLines(input)
        .map(({ placeId, typeId, count, costUsd }) => {
          const { name, position } = placeOf(placeId)
          const type = nameOf.get(typeId) ?? typeId
          return {
            label: `${counted(count, type)}, ${name}`,
            record: `${type}, ${name}`,
            areaIndex: null,
            position,
            amount: wholeUnits(costUsd) / FINENESS,
            of: null,
            text: '',
          }
        })
        .sort((a, b) => b.amount - a.amount || (a.label < b.label ? -1 : 1)),
    }
  },
}

function costOf({ input }: Course): number {
  return costLines(input).reduce((sum, { costUsd }) => sum + wholeUnits(costUsd), 0) / FINENESS
}
