import { decimal, grouped } from '#core/figures.ts'
import type { ChartBlock } from '#core/records/page.ts'

/** "35 incidents in the last week; 28 a week before that" of columns by week, as far as they are known. */
export function lastWeekText(
  series: ChartBlock['series'],
  [one, many]: readonly [one: string, many: string],
): string {
  const weeks = (series[0]?.values ?? []).map((first, week) =>
    first === null ? null : series.reduce((sum, { values }) => sum + (values[week] ?? 0), 0),
  )
  const last = weeks.at(-1) ?? null
  const before = weeks.slice(0, -1).filter((count) => count !== null)
  if (last === null) return `How many ${many} there were last week is not known`
  const count = last === 0 ? `No ${many}` : `${grouped(last)} ${last === 1 ? one : many}`
  if (before.length === 0) return `${count} in the last week`
  const mean = before.reduce((sum, each) => sum + each, 0) / before.length
  if (mean === 0) return `${count} in the last week, and none in those before`
  return `${count} in the last week; ${decimal(mean, mean >= 10 ? 0 : 1)} a week before that`
}
