import { counted, decimal, grouped, percent } from '#core/figures.ts'
import type { Ground } from '../../ground.ts'
import type { MethodCard, StudyAnswer, StudyBlock } from '../study.ts'

/** `A`, `A and B`, `A, B and 3 more`. */
export function listed(names: readonly string[], mostCount = 4): string {
  const shown = names.slice(0, mostCount)
  const rest = names.length - shown.length
  if (rest > 0) return `${shown.join(', ')} and ${grouped(rest)} more`
  const last = shown.pop()
  return shown.length > 0 ? `${shown.join(', ')} and ${last}` : (last ?? '')
}

/** The verb that goes with a count. */
export const isOrAre = (count: number) => (count === 1 ? 'is' : 'are')

/** A share in per cent that is never rounded down to nothing. */
export function sharePercent(share: number): string {
  if (share > 0 && share < 0.005) return 'less than 1'
  return percent(share)
}

/** A rate in at most two figures after its first one: `12.4`, `0.083`. */
export function rateText(value: number): string {
  return decimal(value, rateDecimals(value))
}

export function rateDecimals(value: number): number {
  if (value >= 1 || value === 0) return 1
  return value >= 0.1 ? 2 : 3
}

/** A p for a table. */
export const pText = (p: number) => (p < 0.001 ? '<\u202f0.001' : decimal(p, 3))

/** How many people live in the cells that are meant. */
export function peopleIn({ peopleCount }: Ground, isMeant: (cell: number) => boolean): number {
  return peopleCount.reduce((sum, people, cell) => sum + (isMeant(cell) ? people : 0), 0)
}

/** Says, if it is so, that people live where nobody could have reported. */
export function unknownPeople(ground: Ground, values: Float64Array): readonly StudyBlock[] {
  const share =
    peopleIn(ground, (cell) => Number.isNaN(values[cell]!)) / peopleIn(ground, () => true)
  if (!(share > 0)) return []
  return [
    {
      type: 'sentence',
      tone: 'watch',
      text: `${share < 0.005 ? 'Less than 1' : percent(share)} % of people live where nobody could have reported: that is not quiet, it is unknown.`,
    },
  ]
}

/** Says, if it is so, that some are known too loosely to be placed: `limit` is how exactly they must be. */
export function looselyPlaced(
  count: number,
  allCount: number,
  limit = 'a cell is wide',
): readonly StudyBlock[] {
  if (count === 0) return []
  return [
    {
      type: 'sentence',
      tone: 'watch',
      text: `${grouped(count)} of ${counted(allCount, 'report')} ${isOrAre(count)} placed less exactly than ${limit}, and left out here.`,
    },
  ]
}

/** What a study of incidents answers where nobody keeps a record of them. */
export function withoutRecord(cellCount: number | null, method: MethodCard): StudyAnswer {
  return {
    values: cellCount === null ? null : new Float64Array(cellCount).fill(Number.NaN),
    blocks: [
      {
        type: 'sentence',
        tone: 'watch',
        text: 'No incidents have been imported, so nothing can be said.',
      },
    ],
    method,
  }
}
