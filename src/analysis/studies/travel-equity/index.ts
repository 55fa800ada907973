import { decimal, durationText } from '#core/figures.ts'
import { theilT } from '../../equity.ts'
import { hasPeople, NO_PEOPLE } from '../parts/counties.ts'
import { minutesWords } from '../parts/figure-words.ts'
import { GROUPING_OPTION, groupingWords, peopleGroups } from '../parts/people-groups.ts'
import type { MethodCard, Study, StudyAnswer, StudyFacts } from '../study.ts'
import { type Kappas, kappasOf, minutesShared } from './minutes.ts'
import {
  aversionTable,
  groupIntervals,
  groupTable,
  sentences,
  theilTable,
  waitOf,
  worstTable,
} from './wait-blocks.ts'

/** How fairly the wait for help is shared. */
export const TRAVEL_EQUITY: Study = {
  id: 'travelEquity',
  title: 'Travel equity',
  group: 'equity',
  question: 'How long do people wait for a unit, and how unevenly is the wait shared?',
  datedBy: ['roads'],
  isForWall: true,
  options: [GROUPING_OPTION],
  surface: {
    palette: 'remoteness',
    breaks: [30, 60, 120, 240],
    classNames: ['Up to 30 min', '30 to 60 min', '1 to 2 h', '2 to 4 h', 'Over 4 h'],
    unknownName: 'Cannot be reached',
    valueText: durationText,
  },
  ask: (facts, choices): StudyAnswer => {
    const { ground, situation, operation } = facts
    const lived = { values: situation.responseMinutes, people: ground.peopleCount }
    const kappas = kappasOf({ values: facts.baselineMinutes, people: ground.peopleCount })
    const standardMinutes = operation.responseStandardMinutes
    const method = methodOf(kappas, facts)
    if (!hasPeople(ground)) return { values: lived.values, blocks: [NO_PEOPLE], method }
    const all = minutesShared(lived, { kappas, standardMinutes })
    const words = groupingWords(choices)
    const groups = peopleGroups(facts, choices)
      .map((group) => ({
        ...group,
        shared: minutesShared(lived, { kappas, standardMinutes, cells: group.cells }),
      }))
      .sort((a, b) => waitOf(b) - waitOf(a) || b.peopleCount - a.peopleCount)
    return {
      values: situation.responseMinutes,
      blocks: [
        ...sentences(all, standardMinutes),
        aversionTable(all),
        worstTable(all, standardMinutes),
        groupIntervals(groups, all, words),
        groupTable(groups, all, words),
        ...theilTable(theilT(lived, groupOfCells(groups, lived.values.length)), words.by),
      ],
      method,
    }
  },
}

/** Which group each cell is of; −1 where nobody lives. */
function groupOfCells(groups: readonly { readonly cells: readonly number[] }[], cellCount: number) {
  const groupOf = new Int32Array(cellCount).fill(-1)
  groups.forEach(({ cells }, at) => {
    for (const cell of cells) groupOf[cell] = at
  })
  return groupOf
}

function methodOf(kappas: Kappas, { operation }: StudyFacts): MethodCard {
  const kappa = Number.isNaN(kappas[1]) ? 'none: nobody can be reached' : decimal(kappas[1], 5)
  return {
    formula:
      'Kolm–Pollak equally distributed equivalent: −(1/κ)·ln(Σp·e^(−κx) / Σp), with κ = ε·Σpx / Σpx² over all people p within reach and their response minutes x. Worst-off: mean over the tenth or fifth of people who wait longest. Theil T = Σp(x/μ)·ln(x/μ) / Σp, of which that of the group means lies between groups.',
    parameters: [
      { name: 'κ at ε = −1', value: kappa },
      {
        name: 'Source of κ',
        value: 'the minutes of the current posture; every COA and group takes the same',
      },
      { name: 'Standard', value: minutesWords(operation.responseStandardMinutes) },
      { name: 'Dashed line', value: 'all people within reach, ε = −1' },
    ],
    limits: [
      'People out of reach have no minutes. Losing reach of a far place makes these minutes better, so read both.',
      'Theil T falls when everybody waits longer by the same: read it for where the wait is uneven, not for how bad it is.',
      'How much inequality should count is a judgement; the table shows three.',
      'Minutes are to the largest community of a cell, by roads as recorded.',
      'Grouped by where people live: records do not say how many women, men or displaced people live in a place. Groups of under 5 people are hidden, and another with them where they could be worked out.',
    ],
    source: 'Logan et al., Measuring inequalities in urban systems (2021).',
  }
}
