import type { MovedLine } from '../force-use.ts'
import type { CompareMeasure } from './measure.ts'
import { movableSum, movedParts, movedSum } from './moved-parts.ts'
import { said, upTo } from './said.ts'

export const VEHICLES: CompareMeasure = {
  id: 'vehicles',
  name: 'Vehicles moved',
  definition:
    'Vehicles and materials moved. They are all that this COA moves, brings in or withdraws, against the force of today.',
  unit: 'vehicles',
  isHighGood: false,
  usualWeight: 0,
  usualBenchmark: () => null,
  naturalScale: ({ baseline }) =>
    upTo(movableSum(baseline, ({ isPersonnel }) => (isPersonnel ? 0 : 1))),
  measure: (course, terms) => said(movedSum(course, terms, amountOf)),
  parts: (course, terms) => movedParts(course, terms, amountOf),
}

const amountOf = ({ materialCount }: MovedLine) => materialCount
