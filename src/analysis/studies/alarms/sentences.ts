import { counted, decimal, grouped } from '#core/figures.ts'
import { listed } from '../parts/incident-words.ts'
import { monthName, type WholeMonths } from '../parts/whole-months.ts'
import type { StudyBlock } from '../study.ts'
import { type CountyChange, RECENT_MONTHS } from './county-change.ts'
import { LOOKED_AT_MONTHS } from './method.ts'
import { type MonthAlarms, monthAlarms } from './month-alarms.ts'

/** Whether the months of the last year were above what is usual, and how the last one was. */
export function monthSentence(months: WholeMonths, { model, alarms }: MonthAlarms): StudyBlock {
  const first = months.firstMonth + months.monthCount - alarms.length
  const known = alarms.flatMap((one, i) => (one ? [{ ...one, month: first + i }] : []))
  const loud = known.filter(({ isAlarm }) => isAlarm)
  if (model === 'none') {
    return {
      type: 'sentence',
      tone: 'watch',
      text:
        months.monthCount < 24 + LOOKED_AT_MONTHS
          ? `With ${counted(months.monthCount, 'whole month')} of record nobody can say what is usual: it takes two years before the ${LOOKED_AT_MONTHS} months that are judged.`
          : 'There were too few reports in the years before to say what is usual in a month.',
    }
  }
  const last = known.at(-1)!
  const judged =
    known.length === alarms.length
      ? `the last ${known.length}`
      : `the ${known.length} that can be judged`
  const usual = `${monthName(last.month)}: ${grouped(last.count)}, where ${decimal(last.expectedCount, 0)} were to be expected and up to ${decimal(Math.floor(last.upperCount), 0)} are no alarm.`
  return {
    type: 'sentence',
    tone: loud.length > 0 ? 'watch' : 'plain',
    text:
      loud.length > 0
        ? `${counted(loud.length, 'month')} of ${judged} had more than is usual: ${listed(loud.map(({ month }) => monthName(month)))}. ${usual}`
        : `No month of ${judged} had more than is usual. ${usual}`,
  }
}

/** Where the last three months differ from the same months before. */
export function changeSentence(counties: readonly CountyChange[], yearCount: number): StudyBlock {
  if (yearCount === 0) {
    return {
      type: 'sentence',
      tone: 'watch',
      text: 'The record is too short to compare the last three months with a year before.',
    }
  }
  const names = (word: CountyChange['direction']) =>
    counties.filter(({ direction }) => direction === word).map(({ name }) => name)
  const [rising, falling, few] = [names('rising'), names('falling'), names('tooFew')]
  const same = names('noChangeSeen').length
  const parts = [
    rising.length > 0 ? `more in ${listed(rising)}` : '',
    falling.length > 0 ? `less in ${listed(falling)}` : '',
    same > 0 ? `no change seen in ${counted(same, 'county', 'counties')}` : '',
    few.length > 0 ? `too few reports to say in ${counted(few.length, 'county', 'counties')}` : '',
  ].filter((part) => part !== '')
  const years = yearCount === 1 ? 'the year' : `the ${yearCount} years`
  return {
    type: 'sentence',
    tone: 'plain',
    text: `The last three months against the same months of ${years} before: ${parts.join('; ')}.`,
  }
}

/** Counties with an alarm in the last months, and how many chance alone would give. */
export function countyAlarms(
  counties: readonly CountyChange[],
  months: WholeMonths,
): readonly StudyBlock[] {
  const loud: string[] = []
  let judgedCount = 0
  for (const { area, name } of counties) {
    const { alarms } = monthAlarms(months.seriesOf(area), RECENT_MONTHS)
    const known = alarms.filter((one) => one !== null)
    judgedCount += known.length
    const last = known.filter(({ isAlarm }) => isAlarm).at(-1)
    if (!last) continue
    loud.push(
      `${name}, ${grouped(last.count)} where up to ${decimal(Math.floor(last.upperCount), 0)} are no alarm`,
    )
  }
  if (judgedCount === 0 || loud.length === 0) return []
  const text = `${counted(loud.length, 'county', 'counties')} had a month above the bound in the last three: ${loud.slice(0, 3).join('; ')}${loud.length > 3 ? `; and ${loud.length - 3} more` : ''}. Of ${judgedCount} months judged, about ${decimal(judgedCount / 100)} would be so by chance, twice as many where the record is two years long.`
  return [{ type: 'sentence', tone: 'watch', text }]
}
