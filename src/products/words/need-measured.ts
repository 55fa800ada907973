import { type OperationDocument, operationOf } from '#core/document.ts'
import { counted, listed, percent } from '#core/figures.ts'
import type { Operation } from '#core/records/operation.ts'

const MEANS: Readonly<Record<Operation['needMean'], string>> = {
  invertedGeometric: 'the inverted geometric mean, in which one very bad indicator counts',
  arithmetic: 'the weighted mean',
  geometric: 'the geometric mean, in which one very good indicator counts',
}
/** Names that a sentence can hold. */
const MOST_NAMES = 8

/**
 * How need is measured, in two sentences that any reader can follow: what it is made of, and what is said
 * where too little is known.
 *
 * @source analysis.md §3; see `analysis/need.ts`.
 */
export function needMeasured(document: OperationDocument): readonly string[] {
  const weighing = [...document.tables.indicators.values()]
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
  if (weighing.length === 0) return ['No indicators of need are set, so need is not measured.']
  const { needMean, needDataThresholdShare } = operationOf(document)
  const names = weighing.slice(0, MOST_NAMES).map(({ name }) => name.toLowerCase())
  const more = weighing.length - names.length
  const all = more > 0 ? [...names, `${more} more`] : names
  return [
    `Need runs from 0 to 10 and is ${MEANS[needMean]}, of ${counted(weighing.length, 'indicator')}, the heaviest first: ${listed(all)}.`,
    `Where less than ${percent(needDataThresholdShare)} % of their weight is known, need is not known, which is drawn hatched and is never none.`,
  ]
}
