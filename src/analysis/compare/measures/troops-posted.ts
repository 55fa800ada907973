import type { PostedLine } from '../force-use.ts'
import type { CompareMeasure } from './measure.ts'
import { movableSum, postedParts, postedSum } from './posted-parts.ts'
import { said, upTo } from './said.ts'

export const TROOPS_POSTED: CompareMeasure = {
  id: 'troopsPosted',
  name: 'Troops moved',
  definition: 'People in what this COA moves or brings in.',
  unit: 'people',
  isHighGood: false,
  usualWeight: 0,
  usualBenchmark: () => null,
  naturalScale: ({ baseline }) => upTo(movableSum(baseline, ({ strengthCount }) => strengthCount)),
  measure: (course) => said(postedSum(course, amountOf)),
  parts: (course) => postedParts(course, amountOf),
}

const amountOf = ({ peopleCount }: PostedLine) => peopleCount
