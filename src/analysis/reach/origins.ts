import { metresBetween } from '#core/geo/distance.ts'
import type { LonLat } from '#core/place.ts'
import type { Vehicle } from '#core/records/vehicle.ts'
import type { PreparedOutline } from '../cells/prepared-outline.ts'
import { meetsClosedGround } from './walk-table.ts'

/** Where somebody sets foot on the ground, and after how long. */
export type Origin = { readonly position: LonLat; readonly minutes: number }

/** What flights depend on. */
export type Airspace = {
  readonly landingSites: readonly LonLat[]
  readonly closed: readonly PreparedOutline[]
}

/**
 * Where a journey from some starts begins on the ground: at the starts; for a helicopter also at
 * every landing site, after one straight flight that crosses no closed airspace. A start is taken to
 * be a place that it can take off from.
 */
export function originsOf(
  starts: readonly LonLat[],
  { mode, airKilometresPerHour, readyMinutes }: Vehicle,
  { landingSites, closed }: Airspace,
): Origin[] {
  const isAir = mode === 'air' && airKilometresPerHour !== null
  const atStarts = starts.map((position) => ({ position, minutes: isAir ? 0 : readyMinutes }))
  if (!isAir) return atStarts
  const minutesPerMetre = 60 / (1000 * airKilometresPerHour)
  const flights = landingSites.flatMap((position) => {
    const ways = starts
      .filter((start) => !meetsClosedGround(closed, start, position))
      .map((start) => readyMinutes + metresBetween(start, position) * minutesPerMetre)
    return ways.length > 0 ? [{ position, minutes: Math.min(...ways) }] : []
  })
  return [...atStarts, ...flights]
}
