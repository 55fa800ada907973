import { epochMinutesOf } from '#core/time/instant.ts'
import { MONTH_NAMES } from '#core/time/month-names.ts'
import { monthOf } from '#core/time/months.ts'
import { monthSeries } from '../../incidents/area-months.ts'
import { countsUnder } from '../options.ts'
import type { StudyBlock, StudyChoices, StudyFacts } from '../study.ts'

/**
 * Reports by whole calendar month. The first month of the record, its last one where it ends early, and the current one are part
 * ones, and dropped. The record begins after the last silence of a year in the whole theatre: one stray
 * old report does not make a decade of quiet.
 */
export type WholeMonths = {
  /** Year × 12 + month of the first value. */
  readonly firstMonth: number
  readonly monthCount: number
  /** Of one county, or of all (null). */
  readonly seriesOf: (area: number | null) => Float64Array
  /** Whole months before the planning instant after the last one with any incident: not known, not zero. */
  readonly silentCount: number
}

export function wholeMonths(
  { operation, incidents: { months } }: StudyFacts,
  choices: StudyChoices,
): WholeMonths {
  const isCounted = countsUnder(choices)
  const lastRecorded = months.firstMonth + months.monthCount - 1
  const lastOver = monthOf(epochMinutesOf(operation.planningAt)) - 1
  const lastMonth = lastRecorded >= lastOver ? lastOver : lastRecorded - 1
  const skipped = monthsBeforeRecord(monthSeries(months, null, () => true))
  const firstMonth = months.firstMonth + skipped + 1
  const monthCount = months.monthCount > 0 ? Math.max(0, lastMonth - firstMonth + 1) : 0
  return {
    firstMonth,
    monthCount,
    silentCount: months.monthCount > 0 ? Math.max(0, lastOver - lastRecorded) : 0,
    seriesOf: (area) =>
      monthSeries(months, area, (category) => isCounted(category === '' ? null : category)).slice(
        1 + skipped,
        1 + skipped + monthCount,
      ),
  }
}

const SILENCE_MONTHS = 12

/** How many months lie before the end of the last silence of a year. */
function monthsBeforeRecord(all: Float64Array): number {
  let [silent, skipped] = [0, 0]
  all.forEach((count, month) => {
    silent = count > 0 ? 0 : silent + 1
    if (silent >= SILENCE_MONTHS) skipped = month + 1
  })
  return Math.min(skipped, all.length)
}

/** `OCT 26`. */
export function monthName(month: number): string {
  return `${MONTH_NAMES[month % 12]} ${String(Math.floor(month / 12)).slice(2)}`
}

/** `AUG 26 to OCT 26`. */
export function monthSpan(first: number, last: number): string {
  return first === last ? monthName(first) : `${monthName(first)} to ${monthName(last)}`
}

/** Says, if it is so, that the record ends before the planning instant. */
export function silentMonths({
  silentCount,
  firstMonth,
  monthCount,
}: WholeMonths): readonly StudyBlock[] {
  if (silentCount === 0) return []
  const last = monthName(firstMonth + monthCount)
  return [
    {
      type: 'sentence',
      tone: 'watch',
      text: `The record ends in ${last}, which may not be whole and is left out. The ${silentCount === 1 ? 'month' : `${silentCount} months`} since ${silentCount === 1 ? 'is' : 'are'} taken as not known, not as quiet.`,
    },
  ]
}
