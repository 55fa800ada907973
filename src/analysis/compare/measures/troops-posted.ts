import type { MovedLine } from '../force-use.ts'
import type { CompareMeasure } from './measure.ts'
import { movableSum, movedParts, movedSum } from './moved-parts.ts'
import { said, upTo } from './said.ts'

export const TROOPS_POSTED: CompareMeasure = {
  id: 'troopsPosted',
  name: 'Troops moved',
  definition:
    'People moved or brought in. They are those in what this COA moves, brings in or withdraws, against the force of today.',
  unit: 'people',
  isHighGood: false,
  usualWeight: 0,
  usualBenchmark: () => null,
  naturalScale: ({ baseline }) => upTo(movableSum(baseline, ({ strengthCount }) => strengthCount)),
  measure: (course, terms) => said(movedSum(course, terms, amountOf)),
  parts: (course, terms) => movedParts(course, terms, amountOf),
}

const amountOf = ({ peopleCount }: MovedLine) => peopleCount
