import { decimal } from '#core/figures.ts'
import { cutOffNow } from '../../access/cut-off.ts'
import { otherWays } from '../../access/other-ways.ts'
import { accessAsked, isAsked, NO_ROADS, REACHED_FROM_OPTION } from '../parts/reached-from.ts'
import type { Study, StudyAnswer } from '../study.ts'
import { countyTable, reopenTable, sentences, spellTable, whoTable } from './cut-off-blocks.ts'
import { placesCutOff } from './cut-off-places.ts'
import { methodOf } from './method.ts'

/** Whom nobody gets to, and for how long that has been so. */
export const CUT_OFF: Study = {
  id: 'cutOff',
  title: 'Who is cut off',
  group: 'access',
  question: 'Who cannot be reached now, since when, and what would reopen the way?',
  datedBy: ['roads'],
  isForWall: true,
  options: [REACHED_FROM_OPTION],
  surface: {
    palette: 'need',
    breaks: [Number.MIN_VALUE, 7, 30, Number.POSITIVE_INFINITY],
    classNames: [
      'In reach',
      'Cut off for up to 7 d',
      'Cut off for 7 to 30 d',
      'Cut off for over 30 d',
      'Never in reach on record',
    ],
    unknownName: 'Not asked',
    valueText: (days) =>
      days === 0
        ? 'in reach'
        : days === Number.POSITIVE_INFINITY
          ? 'never in reach on record'
          : `cut off for ${decimal(days, days < 10 ? 1 : 0)} d`,
  },
  ask: (facts, choices): StudyAnswer => {
    const asked = accessAsked(facts, choices)
    const method = methodOf(facts, choices)
    if (!isAsked(asked)) {
      return { values: facts.ground.peopleCount.map(() => Number.NaN), blocks: [asked], method }
    }
    const cutOff = cutOffNow(asked)
    const shown = { facts, asked, cutOff, places: placesCutOff(facts, cutOff) }
    const isEmpty = facts.ground.network.edgeTarget.length === 0
    const tables =
      cutOff.cells.length === 0
        ? []
        : [
            spellTable(shown),
            whoTable(shown),
            reopenTable(shown, otherWays(cutOff, asked, facts.vehicles)),
            countyTable(shown),
          ]
    return {
      values: cutOff.days,
      blocks: [...(isEmpty ? [NO_ROADS] : []), ...sentences(shown), ...tables],
      method,
    }
  },
}
