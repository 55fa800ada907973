import { counted, decimal, grouped, signed } from '#core/figures.ts'
import { LEAST_ALARM_COUNT } from '../../incidents/alarm.ts'
import { LEAST_TREND_COUNT } from '../../incidents/trend.ts'
import { listed, withoutRecord } from '../incident-words.ts'
import { CATEGORY_OPTION, categoryName, numberOf } from '../options.ts'
import type {
  MethodCard,
  Study,
  StudyAnswer,
  StudyBlock,
  StudyChoices,
  StudyOption,
} from '../study.ts'
import {
  monthName,
  monthSpan,
  silentMonths,
  type WholeMonths,
  wholeMonths,
} from '../whole-months.ts'
import {
  type CountyChange,
  countsText,
  countyChanges,
  DIRECTION_WORDS,
  earlierYears,
  RECENT_MONTHS,
} from './county-change.ts'
import { MOST_MODEL_MONTHS, type MonthAlarms, monthAlarms } from './month-alarms.ts'

const LISTED_COUNT = 8
const COUNTY_COUNT = 16
const LOOKED_AT_MONTHS = 12
const SHOWN_MONTHS = 24
const CODES = { falling: -1, noChangeSeen: 0, rising: 1, tooFew: Number.NaN } as const

const YEARS = {
  id: 'years',
  name: 'Compare with',
  type: 'number',
  unit: 'years before',
  min: 1,
  max: 5,
  step: 1,
  usual: 3,
} as const satisfies StudyOption

/** Whether there is more than is usual at this time of the year. */
export const ALARMS: Study = {
  id: 'alarms',
  title: 'Alarms and trends',
  group: 'incidents',
  question: 'Is more reported than is usual at this time of the year, and where?',
  options: [CATEGORY_OPTION, YEARS],
  surface: {
    palette: 'change',
    breaks: [-0.5, 0.5],
    classNames: ['County falling', 'No change seen', 'County rising'],
    unknownName: 'Too few to say',
    valueText: (value) =>
      value === 0 ? 'no change seen in the county' : `county ${value > 0 ? 'rising' : 'falling'}`,
  },
  ask: (facts, choices): StudyAnswer => {
    const { ground, incidents } = facts
    const months = wholeMonths(facts, choices)
    const yearCount = earlierYears(months, numberOf(YEARS, choices))
    const overall = monthAlarms(months.seriesOf(null), LOOKED_AT_MONTHS)
    const method = methodOf(choices, overall, yearCount)
    if (incidents.rowCount === 0) return withoutRecord(ground.grid.cells.length, method)
    const counties = countyChanges(ground, months, yearCount)
    const codes = new Map(counties.map(({ area, direction }) => [area, CODES[direction]]))
    return {
      values: Float64Array.from(ground.grid.areaIndex, (area) => codes.get(area) ?? Number.NaN),
      blocks: [
        monthSentence(months, overall),
        ...silentMonths(months),
        changeSentence(counties, yearCount),
        ...countyAlarms(counties, months),
        ...(months.monthCount > 0 ? [monthsChart(months, overall)] : []),
        ...(yearCount > 0 ? [ratioRows(counties, months, yearCount)] : []),
        trendTable(counties, months),
      ],
      method,
    }
  },
}

function monthSentence(months: WholeMonths, { model, alarms }: MonthAlarms): StudyBlock {
  const first = months.firstMonth + months.monthCount - alarms.length
  const known = alarms.flatMap((one, i) => (one ? [{ ...one, month: first + i }] : []))
  const loud = known.filter(({ isAlarm }) => isAlarm)
  if (model === 'none') {
    return {
      type: 'sentence',
      tone: 'watch',
      text: `With ${counted(months.monthCount, 'whole month')} of record nobody can say what is usual: it takes two years before the months that are judged.`,
    }
  }
  const last = known.at(-1)!
  const usual = `${monthName(last.month)}: ${grouped(last.count)}, where ${decimal(last.expectedCount, 0)} were to be expected and up to ${decimal(Math.floor(last.upperCount), 0)} are no alarm.`
  return {
    type: 'sentence',
    tone: loud.length > 0 ? 'watch' : 'plain',
    text:
      loud.length > 0
        ? `${counted(loud.length, 'month')} of the last ${known.length} had more than is usual: ${listed(loud.map(({ month }) => monthName(month)))}. ${usual}`
        : `No month of the last ${known.length} had more than is usual. ${usual}`,
  }
}

function changeSentence(counties: readonly CountyChange[], yearCount: number): StudyBlock {
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
  const parts = [
    rising.length > 0 ? `Rising: ${listed(rising)}.` : '',
    falling.length > 0 ? `Falling: ${listed(falling)}.` : '',
    rising.length + falling.length === 0 ? 'No county is seen to change.' : '',
    few.length > 0
      ? `Too few reports to say: ${few.length > 4 ? counted(few.length, 'county', 'counties') : listed(few)}.`
      : '',
  ]
  const text = parts.filter((part) => part !== '').join(' ')
  return {
    type: 'sentence',
    tone: 'plain',
    text: `The last three months against the same months of ${yearCount === 1 ? 'the year' : `the ${yearCount} years`} before: ${text}`,
  }
}

/** Counties with an alarm in the last months, and how many chance alone would give. */
function countyAlarms(
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
  const text = `${counted(loud.length, 'county', 'counties')} had a month above the bound in the last three: ${loud.slice(0, 3).join('; ')}${loud.length > 3 ? `; and ${loud.length - 3} more` : ''}. Of ${judgedCount} months judged, about ${decimal(judgedCount / 100)} would be so by chance.`
  return [{ type: 'sentence', tone: 'watch', text }]
}

function monthsChart(months: WholeMonths, { alarms }: MonthAlarms): StudyBlock {
  const series = months.seriesOf(null)
  const shown = series.slice(-SHOWN_MONTHS)
  const from = shown.length - alarms.length
  const at = (read: (one: NonNullable<MonthAlarms['alarms'][number]>) => number) =>
    [...shown.keys()].map((i) => {
      const one = alarms[i - from]
      return one ? read(one) : Number.NaN
    })
  return {
    type: 'months',
    title: 'Reports by month, usual and alarm above',
    firstMonth: months.firstMonth + months.monthCount - shown.length,
    observed: [...shown],
    expected: at(({ expectedCount }) => expectedCount),
    upper: at(({ upperCount }) => Math.floor(upperCount)),
    alarms: [...shown.keys()].filter((i) => alarms[i - from]?.isAlarm),
  }
}

function ratioRows(
  counties: readonly CountyChange[],
  months: WholeMonths,
  yearCount: number,
): StudyBlock {
  const last = months.firstMonth + months.monthCount - 1
  const sorted = [...counties].sort((a, b) => orderOf(b) - orderOf(a))
  return {
    type: 'intervals',
    title: `${monthSpan(last - RECENT_MONTHS + 1, last)}, times the same months before${sorted.length > COUNTY_COUNT ? `; ${COUNTY_COUNT} of ${sorted.length} counties` : ''}`,
    unit: '×',
    decimals: 1,
    reference: 1,
    rows: sorted.slice(0, COUNTY_COUNT).map((county) => ({
      name: county.name,
      note: countsText(county, yearCount),
      value: county.ratio,
      low: county.low,
      high: county.high,
      place: county.place,
    })),
  }
}

/** Highest first; those with nothing to divide by before all, those with too few behind. */
function orderOf({ ratio, direction, recentCount }: CountyChange): number {
  if (direction === 'tooFew') return -1 + recentCount / 1000
  return Number.isNaN(ratio) ? Number.POSITIVE_INFINITY : ratio
}

function trendTable(counties: readonly CountyChange[], months: WholeMonths): StudyBlock {
  const rank = { rising: 0, falling: 1, noChangeSeen: 2, tooFew: 3 } as const
  const sorted = [...counties].sort(
    (a, b) =>
      Math.min(rank[a.direction], rank[a.trend]) - Math.min(rank[b.direction], rank[b.trend]) ||
      b.recentCount - a.recentCount,
  )
  const years = decimal(Math.min(MOST_MODEL_MONTHS, months.monthCount) / 12, 1).replace(/\.0$/, '')
  return {
    type: 'table',
    title: 'Counties that change',
    columns: ['County', 'Last 3 months', `Over ${years} years`, 'A month, each year'],
    rows: sorted.slice(0, LISTED_COUNT).map(({ name, direction, trend, slopePerYear, place }) => ({
      cells: [name, DIRECTION_WORDS[direction], DIRECTION_WORDS[trend], signed(slopePerYear, 1)],
      place,
    })),
    moreCount: Math.max(0, sorted.length - LISTED_COUNT),
  }
}

function methodOf(choices: StudyChoices, { model }: MonthAlarms, yearCount: number): MethodCard {
  return {
    formula:
      model === 'sameMonths'
        ? 'Usual: Farrington’s method, the mean of the same season of two years before, outliers weighed down, with a bound on the scale of the power ⅔.'
        : 'Usual: log μ = β₀ + β₁·t + β₂·sin(2πt/12) + β₃·cos(2πt/12), Poisson, fitted to the months before; alarm above its 99 % upper bound, negative binomial where counts vary more. By county: exact rate ratio (conditional binomial) with its 95 % interval; seasonal Mann–Kendall and Sen slope.',
    parameters: [
      { name: 'Incidents', value: `${categoryName(choices)}, reported` },
      {
        name: 'Months',
        value: 'whole ones, UTC; the first of the record and the current one are dropped',
      },
      {
        name: 'Fitted to',
        value: `up to ${MOST_MODEL_MONTHS} months before the last ${LOOKED_AT_MONTHS}; by county before the last ${RECENT_MONTHS}`,
      },
      {
        name: 'Compared',
        value: `the last ${RECENT_MONTHS} months with the same months of ${yearCount} earlier ${yearCount === 1 ? 'year' : 'years'}`,
      },
      { name: 'Too few', value: `fewer than ${LEAST_TREND_COUNT} reports in both times together` },
      { name: 'No alarm', value: `on fewer than ${LEAST_ALARM_COUNT} reports a month` },
      { name: 'Changes at', value: 'p below 0.05' },
    ],
    limits: [
      'More reports can mean more reporting: ask who began to report.',
      'How sure the model is of itself is not in the bound.',
      'One county in twenty seems to change by chance.',
      'One war or one campaign in the years before makes everything after it look quiet.',
    ],
    source:
      'Przyborowski and Wilenski, Biometrika 31 (1940); Farrington et al., J. R. Statist. Soc. A 159 (1996); Hirsch, Slack and Smith, Water Resources Research 18 (1982).',
  }
}
