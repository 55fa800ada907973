import { decimal, durationText } from '#core/figures.ts'
import { countiesOf, hasPeople, NO_PEOPLE } from '../parts/counties.ts'
import { minutesWords } from '../parts/figure-words.ts'
import type { MethodCard, Study, StudyAnswer, StudyFacts } from '../study.ts'
import { type Kappas, kappasOf, minutesShared } from './minutes.ts'
import {
  aversionTable,
  countyIntervals,
  countyTable,
  sentences,
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
  options: [],
  surface: {
    palette: 'remoteness',
    breaks: [30, 60, 120, 240],
    classNames: ['Up to 30 min', '30 to 60 min', '1 to 2 h', '2 to 4 h', 'Over 4 h'],
    unknownName: 'Cannot be reached',
    valueText: durationText,
  },
  ask: (facts): StudyAnswer => {
    const { ground, situation, operation } = facts
    const lived = { values: situation.responseMinutes, people: ground.peopleCount }
    const kappas = kappasOf(lived)
    const standardMinutes = operation.responseStandardMinutes
    const method = methodOf(kappas, facts)
    if (!hasPeople(ground)) return { values: lived.values, blocks: [NO_PEOPLE], method }
    const all = minutesShared(lived, { kappas, standardMinutes })
    const counties = countiesOf(ground)
      .filter(({ peopleCount }) => peopleCount > 0)
      .map((county) => ({
        ...county,
        shared: minutesShared(lived, { kappas, standardMinutes, cells: county.cells }),
      }))
      .sort((a, b) => waitOf(b) - waitOf(a) || b.peopleCount - a.peopleCount)
    return {
      values: situation.responseMinutes,
      blocks: [
        ...sentences(all, standardMinutes),
        aversionTable(all),
        worstTable(all, standardMinutes),
        countyIntervals(counties, all),
        countyTable(counties, all),
      ],
      method,
    }
  },
}

function methodOf(kappas: Kappas, { operation }: StudyFacts): MethodCard {
  const kappa = Number.isNaN(kappas[1]) ? 'none: nobody can be reached' : decimal(kappas[1], 5)
  return {
    formula:
      'Kolm–Pollak equally distributed equivalent: −(1/κ)·ln(Σp·e^(−κx) / Σp), with κ = ε·Σpx / Σpx² over all people p within reach and their response minutes x. Worst-off: mean over the tenth or fifth of people who wait longest.',
    parameters: [
      { name: 'κ at ε = −1', value: kappa },
      {
        name: 'Source of κ',
        value: 'the minutes of this COA; every county takes the κ of all',
      },
      { name: 'Standard', value: minutesWords(operation.responseStandardMinutes) },
      { name: 'Dashed line', value: 'all people within reach, ε = −1' },
    ],
    limits: [
      'People out of reach have no minutes. Losing reach of a far place makes these minutes better, so read both.',
      'Compare sets COAs side by side with the κ of the baseline; its minutes for a COA can differ a little from these.',
      'How much inequality should count is a judgement; the table shows three.',
      'Minutes are to the largest community of a cell, by roads as recorded.',
      'By county only: records hold no other grouping of people that could be used. Counties are large enough to be shown.',
    ],
    source: 'Logan et al., Measuring inequalities in urban systems (2021).',
  }
}
