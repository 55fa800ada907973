import { put, type RowChange } from '../../change.ts'
import type { OperationDocument } from '../../document.ts'
import { keyBetween, spreadKeys } from '../../order-key.ts'
import type { Slide } from '../../records/slide.ts'

/**
 * Puts a slide at a place among the others of its deck, counted from 0: one row, or all of them where
 * two share a key or keys are not ours, so that there is no room between.
 */
export function placedAt(
  document: OperationDocument,
  others: readonly Slide[],
  toIndex: number,
  slide: Slide,
): RowChange[] {
  const before = others[toIndex - 1]?.orderKey ?? null
  const after = others[toIndex]?.orderKey ?? null
  const orderKey =
    before === null || after === null || before < after ? keyBetween(before, after) : null
  const isBetween =
    orderKey !== null &&
    (before === null || before < orderKey) &&
    (after === null || orderKey < after)
  if (isBetween) return [put(document, 'slides', { ...slide, orderKey })]
  const all = others.toSpliced(toIndex, 0, slide)
  const keys = spreadKeys(all.length)
  return all.map((each, index) => put(document, 'slides', { ...each, orderKey: keys[index]! }))
}
