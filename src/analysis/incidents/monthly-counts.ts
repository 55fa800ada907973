import { monthOf, monthStart } from '#core/time/months.ts'

/** Incidents by calendar month (UTC). */
export type MonthlyCounts = {
  /** The first month as months since year 0: year × 12 + month, January being 0. */
  readonly firstMonth: number
  readonly counts: Float64Array
}

/**
 * Counts incidents by month, from the first whole month of records to the last one that is over.
 * What was not recorded is not 0: months before and after are not there.
 *
 * @param occurredEpochMinutes one an incident, in any order.
 */
export function monthlyCounts(
  occurredEpochMinutes: ArrayLike<number>,
  records: { readonly fromEpochMinutes: number; readonly untilEpochMinutes: number },
): MonthlyCounts {
  const started = monthOf(records.fromEpochMinutes)
  const isWhole = monthStart(started) === records.fromEpochMinutes
  const firstMonth = isWhole ? started : started + 1
  const monthCount = Math.max(0, monthOf(records.untilEpochMinutes) - firstMonth)
  const counts = new Float64Array(monthCount)
  for (let i = 0; i < occurredEpochMinutes.length; i++) {
    const month = monthOf(occurredEpochMinutes[i]!) - firstMonth
    if (month >= 0 && month < monthCount) counts[month]!++
  }
  return { firstMonth, counts }
}
