import type { SituationInput } from '../../situation.ts'
import type { Course } from '../course.ts'
import type { Drawn } from './drawing.ts'
import { leastShare, type NeedMetIn } from './need-met-in.ts'
import type { StressMeasureId } from './stress.ts'
import { stressMeasure } from './stress-measures.ts'

type Seen = { readonly needMet: NeedMetIn; readonly drawn: Drawn }

/** By minutes: draws of need leave them as they are, so each is measured once. */
const measured = new WeakMap<Float64Array, Map<string, number>>()

/** What a measure says of a course in a future and a draw; NaN: it cannot be said. */
export function worthOf(
  measureId: StressMeasureId,
  input: SituationInput,
  { needMet, drawn }: Seen,
): number {
  if (measureId === 'needMet') return needMet.all
  if (measureId === 'worstCounty') return leastShare(needMet.byArea)
  const { responseMinutes } = drawn
  const known = measured.get(responseMinutes) ?? new Map<string, number>()
  measured.set(responseMinutes, known)
  const key = JSON.stringify([measureId, input.operation.responseStandardMinutes])
  const value = known.get(key) ?? ofMinutes(measureId, input, responseMinutes)
  known.set(key, value)
  return value
}

/** Of minutes alone: neither looks at need, nor at what all courses are measured by. */
function ofMinutes(
  measureId: StressMeasureId,
  input: SituationInput,
  responseMinutes: Float64Array,
): number {
  const course = { input, situation: { responseMinutes } } as Course
  const { value } = stressMeasure(measureId).measure(course, {
    baseline: course,
    kappa: Number.NaN,
  })
  return value ?? Number.NaN
}
