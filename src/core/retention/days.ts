import { epochMinutesOf, instantOf } from '../time/instant.ts'

const DAY_MINUTES = 1440

/** The UTC day of an instant: `2026-11-22`. */
export function dayOf(instantAt: string): string {
  return instantOf(epochMinutesOf(instantAt)).slice(0, 10)
}

/** The day so many days after an instant's. */
export function daysAfter(instantAt: string, days: number): string {
  return instantOf(epochMinutesOf(instantAt) + days * DAY_MINUTES).slice(0, 10)
}

/** The same day so many months later; where that month is shorter, its last day. */
export function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  const then = Date.UTC(year, month - 1 + months, Math.min(date, lastDate))
  return new Date(then).toISOString().slice(0, 10)
}
