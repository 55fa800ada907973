import type { SituationInput } from '../../situation.ts'
import type { Course } from '../course.ts'
import type { Drawn } from './drawing.ts'
import { leastShare, type NeedMetIn } from './need-met-in.ts'
import type { StressMeasureId } from './stress.ts'
import { stressMeasure } from './stress-measures.ts'

type Seen = { readonly needMet: NeedMetIn; readonly drawn: Drawn }

/**
 * What a measure says of a course in a future and a draw; NaN: it cannot be said. All minutes of a draw
 * are those measured over one speed, and so is the mean of any of them.
 */
export function worthOf(
  measureId: StressMeasureId,
  input: SituationInput,
  { needMet, drawn }: Seen,
): number {
  switch (measureId) {
    case 'needMet':
      return needMet.all
    case 'worstCounty':
      return leastShare(needMet.byArea)
    case 'peopleWithinStandard':
      return ofMinutes(measureId, input, drawn.responseMinutes)
    case 'worstTenthMinutes':
      return worstTenth(input, drawn.measuredMinutes) / drawn.speedFactor
  }
}

const worstTenths = new WeakMap<Float64Array, number>()

function worstTenth(input: SituationInput, minutes: Float64Array): number {
  const known = worstTenths.get(minutes) ?? ofMinutes('worstTenthMinutes', input, minutes)
  worstTenths.set(minutes, known)
  return known
}

/** Of minutes alone: neither looks at need, nor at what all courses are measured by. */
function ofMinutes(
  measureId: StressMeasureId,
  input: SituationInput,
  responseMinutes: Float64Array,
): number {
  const course = { input, situation: { responseMinutes } } as Course
  const terms = { baseline: course, kappa: Number.NaN }
  return stressMeasure(measureId).measure(course, terms).value ?? Number.NaN
}
