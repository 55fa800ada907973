import type { CompareMeasure } from '../measures/measure.ts'
import { NEED_MET } from '../measures/need-met.ts'
import { PEOPLE_WITHIN_STANDARD } from '../measures/people-within-standard.ts'
import { WORST_COUNTY } from '../measures/worst-county.ts'
import { WORST_TENTH_MINUTES } from '../measures/worst-tenth-minutes.ts'
import type { StressMeasureId } from './stress.ts'

const MEASURES: Readonly<Record<StressMeasureId, CompareMeasure>> = {
  needMet: NEED_MET,
  worstCounty: WORST_COUNTY,
  peopleWithinStandard: PEOPLE_WITHIN_STANDARD,
  worstTenthMinutes: WORST_TENTH_MINUTES,
}

/** A measure that courses are tried by, as the comparison has it. */
export function stressMeasure(id: StressMeasureId): CompareMeasure {
  return MEASURES[id]
}
