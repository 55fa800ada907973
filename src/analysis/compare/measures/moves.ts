import type { PostedLine } from '../force-use.ts'
import type { CompareMeasure } from './measure.ts'
import { movableSum, postedParts, postedSum } from './posted-parts.ts'
import { said, upTo } from './said.ts'

export const MOVES: CompareMeasure = {
  id: 'moves',
  name: 'Moves',
  definition: 'How many teams, platoons and vehicles this COA moves or brings in.',
  unit: 'moves',
  isHighGood: false,
  usualWeight: 0,
  usualBenchmark: ({ maxMoveCount }) => maxMoveCount,
  naturalScale: ({ baseline }) => upTo(movableSum(baseline, () => 1)),
  measure: (course) => said(postedSum(course, amountOf)),
  parts: (course) => postedParts(course, amountOf),
}

const amountOf = ({ posting }: PostedLine) => posting.count
