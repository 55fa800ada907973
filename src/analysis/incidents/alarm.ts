/** Fewer incidents than this in a step alarm nobody. A working value: show it. */
export const LEAST_ALARM_COUNT = 5

/** Whether one step of a series is above what was to be expected. */
export type Alarm = {
  readonly step: number
  /** NaN: nobody knows. */
  readonly count: number
  readonly expectedCount: number
  /** The highest count that is no alarm. */
  readonly upperCount: number
  readonly isAlarm: boolean
}

/** The alarm of a step, if it is above the bound and no mere handful. */
export function alarmOf(found: Omit<Alarm, 'isAlarm'>, leastCount = LEAST_ALARM_COUNT): Alarm {
  return { ...found, isAlarm: found.count > found.upperCount && found.count >= leastCount }
}
