import type { Alarm } from '../../incidents/alarm.ts'
import { farringtonAlarm } from '../../incidents/farrington.ts'
import { seasonalAlarms } from '../../incidents/seasonal-alarm.ts'

/** So many months back a model looks: what was usual ten years ago is not usual now. */
export const MOST_MODEL_MONTHS = 60

export type MonthAlarms = {
  readonly model: 'seasonal' | 'sameMonths' | 'none'
  /** One a month looked at; null where nothing can be expected of it. */
  readonly alarms: readonly (Alarm | null)[]
}

/** The last months of a series against what the months before them make usual. */
export function monthAlarms(series: Float64Array, lastCount: number): MonthAlarms {
  const months = series.slice(Math.max(0, series.length - lastCount - MOST_MODEL_MONTHS))
  const fromStep = Math.max(0, months.length - lastCount)
  const seasonal = seasonalAlarms(months, { fromStep })
  if (seasonal) return { model: 'seasonal', alarms: seasonal }
  const same = Array.from({ length: months.length - fromStep }, (_, i) =>
    farringtonAlarm(months, fromStep + i),
  )
  return { model: same.some((one) => one !== null) ? 'sameMonths' : 'none', alarms: same }
}
