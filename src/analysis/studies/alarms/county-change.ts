import { counted, grouped } from '#core/figures.ts'
import type { Ground } from '../../ground.ts'
import { seriesTrend } from '../../incidents/series-trend.ts'
import { directionOf, LEAST_TREND_COUNT, rateRatio, type Trend } from '../../incidents/trend.ts'
import { areaPlaces } from '../parts/area-places.ts'
import type { WholeMonths } from '../parts/whole-months.ts'
import type { StudyPlace } from '../study.ts'
import { MOST_MODEL_MONTHS } from './month-alarms.ts'

export const RECENT_MONTHS = 3

export type Direction = Trend['direction']

export const DIRECTION_WORDS: Readonly<Record<Direction, string>> = {
  rising: '↑\u00a0rising',
  falling: '↓\u00a0falling',
  noChangeSeen: 'no\u00a0change\u00a0seen',
  tooFew: 'too\u00a0few',
}

export type CountyChange = {
  readonly area: number
  readonly name: string
  readonly place: StudyPlace
  readonly recentCount: number
  readonly earlierCount: number
  readonly direction: Direction
  /** NaN: nothing to divide by, or no end. */
  readonly ratio: number
  readonly low: number
  readonly high: number
  readonly trend: Direction
  /** Reports a month more each year; NaN: too few. */
  readonly slopePerYear: number
}

/** Whole years of record that the last months can be compared with, up to as many as are asked for. */
export function earlierYears({ monthCount }: WholeMonths, mostYears: number): number {
  return Math.min(mostYears, Math.max(0, Math.floor((monthCount - RECENT_MONTHS) / 12)))
}

/** The last three months of each county against the same months of earlier years, and its trend. */
export function countyChanges(
  ground: Ground,
  months: WholeMonths,
  yearCount: number,
): readonly CountyChange[] {
  return areaPlaces(ground).flatMap((place, area) =>
    place ? [changeOf(months.seriesOf(area), { area, place, yearCount })] : [],
  )
}

function changeOf(
  series: Float64Array,
  of: { readonly area: number; readonly place: StudyPlace; readonly yearCount: number },
): CountyChange {
  const { area, place, yearCount } = of
  const sumBack = (months: number) => {
    const end = series.length - months
    return series.slice(end - RECENT_MONTHS, end).reduce((sum, own) => sum + own, 0)
  }
  const recentCount = sumBack(0)
  let earlierCount = 0
  for (let year = 1; year <= yearCount; year++) earlierCount += sumBack(12 * year)
  const recent = { count: recentCount, exposure: RECENT_MONTHS }
  const earlier = { count: earlierCount, exposure: RECENT_MONTHS * yearCount }
  const found = yearCount > 0 ? rateRatio(recent, earlier) : null
  const direction = found ? directionOf(found, recent, earlier) : 'tooFew'
  const isShown = found !== null && direction !== 'tooFew'
  const past = series.slice(-MOST_MODEL_MONTHS)
  const past12 = seriesTrend(past, 12)
  const isTrendShown = past.reduce((sum, own) => sum + own, 0) >= LEAST_TREND_COUNT
  return {
    area,
    name: place.name,
    place,
    recentCount,
    earlierCount,
    direction,
    ratio: (isShown ? found.ratio : null) ?? Number.NaN,
    low: isShown ? found.lower : Number.NaN,
    high: (isShown ? found.upper : null) ?? Number.NaN,
    trend: isTrendShown ? past12.direction : 'tooFew',
    slopePerYear: isTrendShown ? 12 * past12.slopePerStep : Number.NaN,
  }
}

/** `12 in 3 months, 20 in 9 earlier ones`. */
export function countsText(
  { recentCount, earlierCount, direction }: CountyChange,
  yearCount: number,
): string {
  const text = `${grouped(recentCount)} in ${counted(RECENT_MONTHS, 'month')}, ${grouped(earlierCount)} in ${grouped(RECENT_MONTHS * yearCount)} earlier`
  return direction === 'tooFew'
    ? `too few: ${grouped(recentCount)}, before ${grouped(earlierCount)}`
    : text
}
