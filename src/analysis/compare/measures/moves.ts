import type { MovedLine } from '../force-use.ts'
import type { CompareMeasure } from './measure.ts'
import { movableSum, movedParts, movedSum } from './moved-parts.ts'
import { said, upTo } from './said.ts'

export const MOVES: CompareMeasure = {
  id: 'moves',
  name: 'Moves',
  definition:
    'Teams, platoons and vehicles moved. They are all that this COA moves, brings in or withdraws, against the force of today.',
  unit: 'moves',
  isHighGood: false,
  usualWeight: 0,
  usualBenchmark: ({ maxMoveCount }) => maxMoveCount,
  naturalScale: ({ baseline }) => upTo(movableSum(baseline, () => 1)),
  measure: (course, terms) => said(movedSum(course, terms, amountOf)),
  parts: (course, terms) => movedParts(course, terms, amountOf),
}

const amountOf = ({ count }: MovedLine) => count
