import { epochMinutesOf } from './instant.ts'

/** How old something is beside how often new data is expected. */
export type Freshness = 'fresh' | 'ageing' | 'stale' | 'unknown'

/**
 * Fresh up to the expected interval, ageing from it, stale from twice it. Unknown if nobody said
 * when the data is from; fresh for ever if nothing new is expected.
 */
export function freshnessOf(
  asOf: string | null,
  expectedEveryHours: number | null,
  nowAt: string,
): Freshness {
  if (asOf === null) return 'unknown'
  if (expectedEveryHours === null) return 'fresh'
  const ageHours = (epochMinutesOf(nowAt) - epochMinutesOf(asOf)) / 60
  if (ageHours >= 2 * expectedEveryHours) return 'stale'
  return ageHours >= expectedEveryHours ? 'ageing' : 'fresh'
}

/** An age in the largest whole unit: "40 min", "6 h", "9 d"; "later" for what is newer; "–" if it is not known. */
export function ageText(asOf: string | null, nowAt: string): string {
  if (asOf === null) return '–'
  const minutes = epochMinutesOf(nowAt) - epochMinutesOf(asOf)
  if (minutes < 0) return 'later'
  if (minutes < 90) return `${Math.round(minutes)} min`
  if (minutes < 48 * 60) return `${Math.round(minutes / 60)} h`
  return `${Math.round(minutes / (24 * 60))} d`
}

/** The same as the end of a phrase: "6 h old", "after planning time", "age not known". */
export function oldText(asOf: string | null, nowAt: string): string {
  if (asOf === null) return 'age not known'
  const age = ageText(asOf, nowAt)
  return age === 'later' ? 'after planning time' : `${age} old`
}

/** An interval: "12 h", from two days "3 d". */
export function hoursText(hours: number): string {
  if (hours >= 48) return `${Math.round(hours / 24)} d`
  return hours < 1 ? `${Math.max(1, Math.round(60 * hours))} min` : `${Math.round(hours)} h`
}
