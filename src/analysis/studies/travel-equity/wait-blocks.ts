import { decimal, peopleText } from '#core/figures.ts'
import { type County, LISTED_COUNT, LISTED_COUNTY_COUNT } from '../parts/counties.ts'
import { asStart, minutesWords, shareWords } from '../parts/figure-words.ts'
import type { StudyBlock } from '../study.ts'
import { EPSILONS, type MinutesShared } from './minutes.ts'

export type SharedCounty = County & { readonly shared: MinutesShared }

/** Counties that nobody can get to come first: they are worse off than any minutes say. */
export function waitOf({ shared }: SharedCounty): number {
  const usual = shared.asIfEqual[1]
  return Number.isNaN(usual) ? Number.MAX_VALUE : usual
}

export function sentences(all: MinutesShared, standardMinutes: number): readonly StudyBlock[] {
  const everybody = all.reachedPeopleCount + all.unreachedPeopleCount
  const apart: StudyBlock = {
    type: 'sentence',
    tone: 'watch',
    text: `${asStart(peopleText(all.unreachedPeopleCount))} people (${shareWords(all.unreachedPeopleCount / everybody)}) cannot be reached by road and on foot. They are in none of these minutes.`,
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

export function aversionTable({ mean, asIfEqual }: MinutesShared): StudyBlock {
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

export function worstTable(all: MinutesShared, standardMinutes: number): StudyBlock {
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

export function countyIntervals(counties: readonly SharedCounty[], all: MinutesShared): StudyBlock {
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

export function countyTable(counties: readonly SharedCounty[], all: MinutesShared): StudyBlock {
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
