import { MEASURE_DEFINITIONS } from '../measure-definitions.ts'
import type { StressMeasureId } from './stress.ts'

/** What a measure that courses are tried by is called and means. */
export function stressMeasure(id: StressMeasureId) {
  return MEASURE_DEFINITIONS.find((definition) => definition.id === id)!
}

export function isHighGoodBy(id: StressMeasureId): boolean {
  return stressMeasure(id).isHighGood
}
