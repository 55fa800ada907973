import { worstOffMean } from '../../equity.ts'
import type { SituationInput } from '../../situation.ts'
import { peopleReached } from '../reach-of-people.ts'
import type { Drawn } from './drawing.ts'
import { leastShare, type NeedMetIn } from './need-met-in.ts'
import type { StressMeasureId } from './stress.ts'

type Seen = { readonly needMet: NeedMetIn; readonly drawn: Drawn }

/** By minutes: draws of need leave them as they are, so each is measured once. */
const measured = new WeakMap<Float64Array, Map<string, number>>()

/** What a measure says of a course in a future and a draw; NaN: it cannot be said. */
export function worthOf(
  measureId: StressMeasureId,
  { ground, operation }: SituationInput,
  { needMet, drawn }: Seen,
): number {
  const { responseMinutes } = drawn
  const once = (work: () => number) => {
    const known = measured.get(responseMinutes) ?? new Map<string, number>()
    measured.set(responseMinutes, known)
    const key = JSON.stringify([measureId, operation.responseStandardMinutes])
    const value = known.get(key) ?? work()
    known.set(key, value)
    return value
  }
  switch (measureId) {
    case 'needMet':
      return needMet.all
    case 'worstCounty':
      return leastShare(needMet.byArea)
    case 'peopleWithinStandard':
      return once(
        () => peopleReached(ground, responseMinutes, operation.responseStandardMinutes).withinCount,
      )
    case 'worstTenthMinutes':
      return once(() => worstOffMean({ values: responseMinutes, people: ground.peopleCount }, 0.1))
  }
}
