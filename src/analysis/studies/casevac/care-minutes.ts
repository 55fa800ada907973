import type { LonLat } from '#core/place.ts'
import type { Vehicle } from '#core/records/vehicle.ts'
import { CARE_LEVELS, type CareLevel, soonerOf } from '../../access/time-standards.ts'
import type { Travel } from '../../reach/router.ts'
import type { Trip, travelRun } from '../parts/travel-run.ts'
import type { CareSites } from './care-sites.ts'

/** Minutes to the nearest care, one array for each of CARE_LEVELS; null: nobody gives it. */
export type CareMinutes = readonly (Float64Array | null)[]

export type CareTrip = Trip & {
  /** Null: nobody flies. */
  readonly helicopter: Vehicle | null
}

type Minutes = (travel: Travel, starts: readonly LonLat[]) => Float64Array

/**
 * Minutes between patients and the nearest care, on the ground or by air where that is sooner. First
 * aid comes on the ground. Advanced care flies to the patient. For surgery the patient is flown: out
 * and back, as from where surgery is; that a patient may be carried meanwhile is not counted.
 *
 * @param minutesOf to wherever patients are.
 */
export function careMinutes(
  { positions }: Pick<CareSites, 'positions'>,
  trip: CareTrip,
  {
    travelOn,
    minutesOf,
  }: {
    readonly travelOn: ReturnType<typeof travelRun>
    readonly minutesOf: Minutes
  },
): CareMinutes {
  const onGround = travelOn(trip)
  const ground = CARE_LEVELS.map((level) =>
    positions[level].length > 0 ? minutesOf(onGround, positions[level]) : null,
  )
  return CARE_LEVELS.map((level, at) => {
    const byRoad = ground[at] ?? null
    const flyer = trip.helicopter && flyerFor(level, trip.helicopter)
    if (!byRoad || !flyer) return byRoad
    return soonerOf(byRoad, minutesOf(travelOn({ ...trip, vehicle: flyer }), positions[level]))
  })
}

/** A flight out and back takes as long as one out at half the speed. */
function flyerFor(level: CareLevel, helicopter: Vehicle): Vehicle | null {
  if (level === 'firstAid') return null
  const { airKilometresPerHour } = helicopter
  if (level === 'advanced' || airKilometresPerHour === null) return helicopter
  return { ...helicopter, airKilometresPerHour: airKilometresPerHour / 2 }
}
