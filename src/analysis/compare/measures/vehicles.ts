import type { PostedLine } from '../force-use.ts'
import type { CompareMeasure } from './measure.ts'
import { movableSum, postedParts, postedSum } from './posted-parts.ts'
import { said, upTo } from './said.ts'

export const VEHICLES: CompareMeasure = {
  id: 'vehicles',
  name: 'Vehicles moved',
  definition: 'Vehicles and other materials that this COA moves or brings in.',
  unit: 'vehicles',
  isHighGood: false,
  usualWeight: 0,
  usualBenchmark: () => null,
  naturalScale: ({ baseline }) =>
    upTo(movableSum(baseline, ({ isPersonnel }) => (isPersonnel ? 0 : 1))),
  measure: (course) => said(postedSum(course, amountOf)),
  parts: (course) => postedParts(course, amountOf),
}

const amountOf = ({ materialCount }: PostedLine) => materialCount
