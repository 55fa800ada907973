import { epochMinutesOf, instantOf } from '#core/time/instant.ts'

/** The instant for which the picture is drawn: 221200Z NOV 26. */
export const PLANNING_AT = '2026-11-22T12:00:00Z'

export const PLANNING_EPOCH_MINUTES = epochMinutesOf(PLANNING_AT)

export const MINUTES_PER_DAY = 1440

/** Midnight so many days before the planning day; negative lies ahead. */
export function daysBefore(days: number): string {
  const today = Math.floor(PLANNING_EPOCH_MINUTES / MINUTES_PER_DAY)
  return instantOf((today - Math.round(days)) * MINUTES_PER_DAY)
}

/** Month (1–12) of a count of minutes since 1970, in UTC. */
export function monthOf(epochMinutes: number): number {
  return new Date(epochMinutes * 60_000).getUTCMonth() + 1
}

export const WET_MONTHS = [5, 6, 7, 8, 9, 10] as const

export function isWetMonth(month: number): boolean {
  return month >= 5 && month <= 10
}
