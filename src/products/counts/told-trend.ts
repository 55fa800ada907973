import { isTellable, roundedCount } from '../levels/told-count.ts'
import type { IncidentTrend, Trend } from './incident-trend.ts'

type TypeTrend = IncidentTrend['types'][number]

const PERIODS_BEFORE = 4

/**
 * What readers outside the staff have of a trend: types of 1 to 4 are told together with others, as many
 * as it takes that no line has 1 to 4 and that all less the named ones is not few either; then all to
 * the nearest 5. Null: of all together there are too few.
 */
export function toldTrend(trend: IncidentTrend): IncidentTrend | null {
  if (!isToldTrend(trend.all)) return null
  const named = trend.types.filter(isToldTrend)
  const rest = trend.types.filter((type) => !isToldTrend(type))
  while (named.length > 0 && !isToldTrend(sumOf(rest))) rest.push(named.pop()!)
  const others = rest.length > 0 ? [sumOf(rest)] : []
  return {
    period: trend.period,
    all: rounded(trend.all),
    types: [...named, ...others].map((line) => ({ type: line.type, ...rounded(line) })),
  }
}

function isToldTrend({ nowCount, usualCount }: Trend): boolean {
  return isTellable(nowCount) && isTellable((usualCount ?? 0) * PERIODS_BEFORE)
}

function sumOf(lines: readonly TypeTrend[]): TypeTrend {
  return {
    type: 'others',
    nowCount: lines.reduce((sum, { nowCount }) => sum + nowCount, 0),
    usualCount: lines.some(({ usualCount }) => usualCount === null)
      ? null
      : lines.reduce((sum, { usualCount }) => sum + (usualCount ?? 0), 0),
  }
}

/** A mean is that of the sum to the nearest 5. */
function rounded({ nowCount, usualCount }: Trend): Trend {
  const sum = roundedCount(usualCount === null ? null : usualCount * PERIODS_BEFORE)
  return {
    nowCount: roundedCount(nowCount) ?? 0,
    usualCount: sum === null ? null : sum / PERIODS_BEFORE,
  }
}
