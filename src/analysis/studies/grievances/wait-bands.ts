import { grouped } from '#core/figures.ts'
import { discloseParts } from '../../disclosure.ts'
import type { GrievanceState } from '../../voice/grievance-tables.ts'
import { shownCount } from '../parts/figure-words.ts'
import type { StudyBlock } from '../study.ts'

/** Longer than this without an answer is overdue; the first of the bands that waits are told in. */
export const OVERDUE_DAYS = 30
const LATER_DAYS = [60, 90] as const

/** How many of what is open wait how long, as they may be shown beside each other; null is hidden. */
export type WaitBands = {
  readonly overdue: number | null
  readonly bands: readonly { readonly name: string; readonly shown: number | null }[]
}

/**
 * What is open as a tree of parts: overdue or not, then each by its wait. All is disclosed at once and
 * there is no limit to choose, so that no two answers can be subtracted from one another.
 *
 * @param total how many are open, as it is shown beside them.
 */
export function waitBands(open: readonly GrievanceState[], total: number | null): WaitBands {
  const [sixty, ninety] = LATER_DAYS
  const waiting = open.filter(({ isAnswered }) => !isAnswered)
  const count = (from: number, to: number) =>
    waiting.filter(({ waitedDays }) => waitedDays > from && waitedDays <= to).length
  const answered = open.length - waiting.length
  const early = waiting.length - count(OVERDUE_DAYS, Infinity)
  const late = [count(OVERDUE_DAYS, sixty), count(sixty, ninety), count(ninety, Infinity)]
  const [overdue, rest] = discloseParts([open.length - answered - early, answered + early], total)
  const [shownAnswered, shownEarly] = discloseParts([answered, early], rest!)
  const names = [
    `${OVERDUE_DAYS} to ${sixty} days`,
    `${sixty} to ${ninety} days`,
    `Over ${ninety} days`,
  ]
  return {
    overdue: overdue!,
    bands: [
      { name: 'Answered, still open', shown: shownAnswered! },
      { name: `Up to ${OVERDUE_DAYS} days`, shown: shownEarly! },
      ...discloseParts(late, overdue!).map((shown, i) => ({ name: names[i]!, shown })),
    ],
  }
}

/** What a sentence says of those that are overdue. */
export function overdueWords({ overdue }: WaitBands): string {
  const waited = `waited over ${OVERDUE_DAYS} days without an answer`
  if (overdue === null)
    return `how many have ${waited} is held back, as that count or the rest is too small to show`
  return overdue === 0 ? `none has ${waited}` : `${grouped(overdue)} of them have ${waited}`
}

export function bandTable({ bands }: WaitBands): StudyBlock {
  return {
    type: 'table',
    title: 'Open, by days without an answer',
    columns: ['Waiting', 'Grievances'],
    rows: bands.map(({ name, shown }) => ({ cells: [name, shownCount(shown)], place: null })),
    moreCount: 0,
  }
}
