import { durationText, percent } from '#core/figures.ts'
import { NEED_UNITS, needMetShare, needUnits } from '../need-met.ts'
import { postureOf } from '../posture.ts'
import type { CompareMeasure } from './measure.ts'
import { partsByCommunity } from './parts-by-community.ts'
import { said, saidOfNeed } from './said.ts'

/** Past patrols are the same fact for every course, so they count for one that has nobody too. */
const PAST_ALONE = 'no unit is in place: need met counts patrols of the past'

export const NEED_MET: CompareMeasure = {
  id: 'needMet',
  name: 'Need met',
  definition:
    'Share of need that is served. Need is weighted by people, and response or patrol presence serves it. Places whose need is not known are left out.',
  unit: 'share',
  isHighGood: true,
  usualWeight: 25,
  usualBenchmark: () => null,
  naturalScale: () => ({ worst: 0, best: 1 }),
  measure: (course) => {
    const { input, situation } = course
    const share = needMetShare(input.ground, situation)
    const isOfPast = share > 0 && postureOf(input).heldPlaces.size === 0
    return saidOfNeed(course, said(share, isOfPast ? PAST_ALONE : null))
  },
  parts({ input: { ground }, situation }) {
    const { all, met } = needUnits(ground, situation)
    const { need, servedShare, responseMinutes } = situation
    return {
      kind: 'ratio',
      noun: 'communities, by people and need',
      rows: partsByCommunity(ground, {
        amount: met,
        of: all,
        unitsInOne: NEED_UNITS,
        textOf: (cell) =>
          [
            `need ${need.score[cell]!.toFixed(1)}`,
            `${percent(servedShare[cell]!)} % met`,
            Number.isNaN(responseMinutes[cell]!)
              ? 'out of reach'
              : durationText(responseMinutes[cell]!),
          ].join(', '),
      }),
    }
  },
}
