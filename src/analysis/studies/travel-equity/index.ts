import { decimal, durationText } from '#core/figures.ts'
import {
  type County,
  countiesOf,
  hasPeople,
  LISTED_COUNT,
  LISTED_COUNTY_COUNT,
  NO_PEOPLE,
} from '../counties.ts'
import { asStart, minutesWords, peopleWords, shareWords } from '../figure-words.ts'
import type { MethodCard, Study, StudyAnswer, StudyBlock, StudyFacts } from '../study.ts'
import { EPSILONS, type Kappas, kappasOf, type MinutesShared, minutesShared } from './minutes.ts'

/** How fairly the wait for help is shared. */
export const TRAVEL_EQUITY: Study = {
  id: 'travelEquity',
  title: 'Travel equity',
  group: 'equity',
  question: 'How long do people wait for a unit, and how unevenly is the wait shared?',
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

type SharedCounty = County & { readonly shared: MinutesShared }

/** Counties that nobody can get to come first: they are worse off than any minutes say. */
function waitOf({ shared }: SharedCounty): number {
  const usual = shared.asIfEqual[1]
  return Number.isNaN(usual) ? Number.MAX_VALUE : usual
}

function sentences(all: MinutesShared, standardMinutes: number): readonly StudyBlock[] {
  const everybody = all.reachedPeopleCount + all.unreachedPeopleCount
  const apart: StudyBlock = {
    type: 'sentence',
    tone: 'watch',
    text: `${asStart(peopleWords(all.unreachedPeopleCount))} people (${shareWords(all.unreachedPeopleCount / everybody)}) cannot be reached by road and on foot. They are in none of these minutes.`,
  }
  if (Number.isNaN(all.mean)) {
    const text = 'No unit can reach anybody, so there are no minutes to share.'
    return [
      { type: 'sentence', tone: 'watch', text },
      ...(all.unreachedPeopleCount > 0 ? [apart] : []),
    ]
  }
  return [
    {
      type: 'sentence',
      tone: 'plain',
      text: `The wait is as bad as if everybody within reach waited ${minutesWords(all.asIfEqual[1])}; the mean is ${minutesWords(all.mean)}. The difference is what inequality costs.`,
    },
    {
      type: 'sentence',
      tone: 'plain',
      text: `The tenth that waits longest waits ${minutesWords(all.worstTenth)} on average. ${shareWords(all.beyondShare)} of the people within reach wait longer than the standard of ${minutesWords(standardMinutes)}.`,
    },
    ...(all.unreachedPeopleCount > 0 ? [apart] : []),
  ]
}

function aversionTable({ mean, asIfEqual }: MinutesShared): StudyBlock {
  const names = ['Mild', 'Usual', 'Strict']
  return {
    type: 'table',
    title: 'How much inequality counts',
    columns: ['Aversion', 'ε', 'As if all waited', 'Above the mean'],
    rows: EPSILONS.map((epsilon, at) => ({
      cells: [
        names[at]!,
        decimal(epsilon),
        minutesWords(asIfEqual[at]!),
        minutesWords(asIfEqual[at]! - mean),
      ],
      place: null,
    })),
    moreCount: 0,
  }
}

function worstTable(all: MinutesShared, standardMinutes: number): StudyBlock {
  const everybody = all.reachedPeopleCount + all.unreachedPeopleCount
  const rows = [
    ['Mean of all within reach', minutesWords(all.mean)],
    ['Worst-off fifth', minutesWords(all.worstFifth)],
    ['Worst-off tenth', minutesWords(all.worstTenth)],
    ['Longest wait', minutesWords(all.max)],
    [`Longer than ${minutesWords(standardMinutes)}`, shareWords(all.beyondShare)],
    ['Out of reach, of all people', shareWords(all.unreachedPeopleCount / everybody)],
  ]
  return {
    type: 'table',
    title: 'Who waits longest',
    columns: ['', 'Wait'],
    rows: rows.map((cells) => ({ cells, place: null })),
    moreCount: 0,
  }
}

function countyIntervals(counties: readonly SharedCounty[], all: MinutesShared): StudyBlock {
  return {
    type: 'intervals',
    title: 'By county, worst first: usual aversion, from mild to strict',
    unit: 'min',
    decimals: 0,
    reference: Number.isNaN(all.asIfEqual[1]) ? null : all.asIfEqual[1],
    rows: counties.slice(0, LISTED_COUNTY_COUNT).map(({ name, place, shared }) => ({
      name,
      place,
      note: Number.isNaN(shared.mean) ? 'nobody can be reached' : '',
      low: shared.asIfEqual[0],
      value: shared.asIfEqual[1],
      high: shared.asIfEqual[2],
    })),
  }
}

function countyTable(counties: readonly SharedCounty[], all: MinutesShared): StudyBlock {
  const cellsOf = (name: string, shared: MinutesShared) => [
    name,
    minutesWords(shared.mean),
    minutesWords(shared.worstTenth),
    shareWords(shared.beyondShare),
    shareWords(
      shared.unreachedPeopleCount / (shared.unreachedPeopleCount + shared.reachedPeopleCount),
    ),
  ]
  const listed = counties.slice(0, LISTED_COUNT)
  return {
    type: 'table',
    title: 'By county, worst first',
    columns: ['County', 'Mean', 'Worst tenth', 'Too long', 'No reach'],
    rows: [
      { cells: cellsOf('All', all), place: null },
      ...listed.map(({ name, place, shared }) => ({ cells: cellsOf(name, shared), place })),
    ],
    moreCount: counties.length - listed.length,
  }
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
