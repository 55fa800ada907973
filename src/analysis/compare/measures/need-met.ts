import { durationText, peopleInFull, percent } from '#core/figures.ts'
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
      noun: 'communities',
      inWhat: 'people × need',
      rows: partsByCommunity(ground, {
        amount: met,
        of: all,
        unitsInOne: NEED_UNITS,
        textOf: (cell, of) =>
          [
            `${peopleInFull(Math.round((of ?? 0) / need.score[cell]!))} people`,
            `need ${need.score[cell]!.toFixed(1)}`,
            metText(servedShare[cell]!, responseMinutes[cell]!),
          ].join(', '),
      }),
    }
  },
}

/** "92 % met, 27 min"; where no help can come, presence alone meets any of it. */
function metText(share: number, minutes: number): string {
  const met = `${percent(share)} % met`
  if (!Number.isNaN(minutes)) return `${met}, ${durationText(minutes)}`
  return share > 0 ? `${met} by patrols alone: no help can come` : 'none met, out of reach'
}
