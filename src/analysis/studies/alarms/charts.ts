import { decimal, NOTHING, signed } from '#core/figures.ts'
import { monthSpan, type WholeMonths } from '../parts/whole-months.ts'
import type { StudyBlock } from '../study.ts'
import { type CountyChange, countsText, DIRECTION_WORDS, RECENT_MONTHS } from './county-change.ts'
import { MOST_MODEL_MONTHS, type MonthAlarms } from './month-alarms.ts'

const LISTED_COUNT = 8
const COUNTY_COUNT = 16
const SHOWN_MONTHS = 24

/** The months with what was usual and the bound. */
export function monthsChart(months: WholeMonths, { alarms }: MonthAlarms): StudyBlock {
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
    title: 'Reports by month; line: usual, dashes: alarm above',
    firstMonth: months.firstMonth + months.monthCount - shown.length,
    observed: [...shown],
    expected: at(({ expectedCount }) => expectedCount),
    upper: at(({ upperCount }) => Math.floor(upperCount)),
    alarms: [...shown.keys()].filter((i) => alarms[i - from]?.isAlarm),
  }
}

/** The last months of each county over the same months before. */
export function ratioRows(
  counties: readonly CountyChange[],
  months: WholeMonths,
  yearCount: number,
): StudyBlock {
  const last = months.firstMonth + months.monthCount - 1
  const sorted = counties.filter(isChanging).sort((a, b) => orderOf(b) - orderOf(a))
  return {
    type: 'intervals',
    title: `${monthSpan(last - RECENT_MONTHS + 1, last)}, times the same months before${sorted.length > COUNTY_COUNT ? `; ${COUNTY_COUNT} of ${sorted.length} counties` : ''}`,
    unit: '×',
    decimals: 1,
    reference: 1,
    scale: 'ratio',
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

/** Whether either answer is a change. */
export function isChanging({ direction, trend }: CountyChange): boolean {
  return [direction, trend].some((word) => word === 'rising' || word === 'falling')
}

/** Counties that change, with both answers beside each other: the last months, and the years. */
export function trendTable(counties: readonly CountyChange[], months: WholeMonths): StudyBlock {
  const rank = { rising: 0, falling: 1, noChangeSeen: 2, tooFew: 3 } as const
  const sorted = counties
    .filter(isChanging)
    .sort(
      (a, b) =>
        Math.min(rank[a.direction], rank[a.trend]) - Math.min(rank[b.direction], rank[b.trend]) ||
        b.recentCount - a.recentCount,
    )
  const years = decimal(Math.min(MOST_MODEL_MONTHS, months.monthCount) / 12, 1).replace(/\.0$/, '')
  return {
    type: 'table',
    title: 'Counties that change',
    columns: ['County', 'Last 3 months', `Over ${years} years`, 'Slope'],
    rows: sorted.slice(0, LISTED_COUNT).map(({ name, direction, trend, slopePerYear, place }) => ({
      cells: [
        name,
        DIRECTION_WORDS[direction],
        DIRECTION_WORDS[trend],
        slopeText(trend, slopePerYear),
      ],
      place,
    })),
    moreCount: Math.max(0, sorted.length - LISTED_COUNT),
  }
}

function slopeText(trend: CountyChange['trend'], slopePerYear: number): string {
  if (trend !== 'rising' && trend !== 'falling') return NOTHING
  const text = signed(slopePerYear, 1)
  return /[1-9]/.test(text) ? text : 'under 0.1'
}
