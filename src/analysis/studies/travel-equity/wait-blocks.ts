import { decimal, peopleText } from '#core/figures.ts'
import type { Theil } from '../../equity.ts'
import { LISTED_COUNT, LISTED_COUNTY_COUNT } from '../parts/counties.ts'
import { asStart, minutesWords, shareWords } from '../parts/figure-words.ts'
import type { PeopleGroup } from '../parts/people-groups.ts'
import type { StudyBlock } from '../study.ts'
import { EPSILONS, type MinutesShared } from './minutes.ts'

export type SharedGroup = PeopleGroup & { readonly shared: MinutesShared }

/** Groups that nobody can get to come first, worse off than any minutes say; hidden ones last. */
export function waitOf({ shared, isSuppressed }: SharedGroup): number {
  if (isSuppressed) return -1
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

export function groupIntervals(
  groups: readonly SharedGroup[],
  all: MinutesShared,
  { by }: { readonly by: string },
): StudyBlock {
  return {
    type: 'intervals',
    title: `${by}, worst first: usual aversion, from mild to strict`,
    unit: 'min',
    decimals: 0,
    reference: Number.isNaN(all.asIfEqual[1]) ? null : all.asIfEqual[1],
    rows: groups.slice(0, LISTED_COUNTY_COUNT).map(({ name, place, shared, isSuppressed }) => ({
      name,
      place,
      note: isSuppressed
        ? 'hidden: too few people'
        : Number.isNaN(shared.mean)
          ? 'nobody can be reached'
          : '',
      low: isSuppressed ? Number.NaN : shared.asIfEqual[0],
      value: isSuppressed ? Number.NaN : shared.asIfEqual[1],
      high: isSuppressed ? Number.NaN : shared.asIfEqual[2],
    })),
  }
}

export function groupTable(
  groups: readonly SharedGroup[],
  all: MinutesShared,
  { column, by }: { readonly column: string; readonly by: string },
): StudyBlock {
  const cellsOf = (name: string, shared: MinutesShared) => [
    name,
    decimal(shared.mean, 0),
    decimal(shared.asIfEqual[1], 0),
    decimal(shared.worstTenth, 0),
    decimal(shared.worstFifth, 0),
    decimal(shared.max, 0),
    shareWords(shared.beyondShare),
    shareWords(
      shared.unreachedPeopleCount / (shared.unreachedPeopleCount + shared.reachedPeopleCount),
    ),
  ]
  const listed = groups.slice(0, LISTED_COUNT)
  return {
    type: 'table',
    title: `${by}, worst first, in minutes`,
    columns: [
      column,
      'Mean',
      'As if all',
      'Worst 10 %',
      'Worst 20 %',
      'Longest',
      'Too long',
      'No reach',
    ],
    rows: [
      { cells: cellsOf('All', all), place: null },
      ...listed.map(({ name, place, shared, isSuppressed }) => ({
        cells: isSuppressed ? [name, ...Array(7).fill('hidden')] : cellsOf(name, shared),
        place,
      })),
    ],
    moreCount: groups.length - listed.length,
  }
}

/** How much of the unevenness lies between groups; it is not what the wait is judged by. */
export function theilTable({ total, between, within }: Theil, by: string): StudyBlock[] {
  if (!(total > 0)) return []
  const row = (name: string, value: number) => ({
    cells: [name, decimal(value, 3), shareWords(value / total)],
    place: null,
  })
  return [
    {
      type: 'table',
      title: `Where the wait is uneven (Theil T), ${by.toLowerCase()}`,
      columns: ['', 'T', 'Of all'],
      rows: [row('Between groups', between), row('Within groups', within), row('All', total)],
      moreCount: 0,
    },
  ]
}
