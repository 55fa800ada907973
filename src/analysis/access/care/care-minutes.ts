import type { LonLat } from '#core/place.ts'
import type { Vehicle } from '#core/records/vehicle.ts'
import type { CareMinutes } from '../../compare/course.ts'
import type { Travel } from '../../reach/router.ts'
import { CARE_LEVELS, type CareLevel, soonerOf } from '../time-standards.ts'
import type { CareSites } from './care-sites.ts'

/** Who drives, and who flies. */
export type CareTrip = {
  readonly vehicle: Vehicle
  /** Null: nobody flies. */
  readonly helicopter: Vehicle | null
}

type Minutes = (travel: Travel, starts: readonly LonLat[]) => Float64Array

/**
 * Minutes between patients and the nearest care, on the ground or by air where that is sooner. First
 * aid comes on the ground. Advanced care flies to the patient. For surgery the patient is flown: out
 * and back, as from where surgery is; that a patient may be carried meanwhile is not counted.
 *
 * @param travelOn travel of a trip, which may say more than who goes, such as the season.
 * @param minutesOf to wherever patients are.
 */
export function careMinutes<Trip extends CareTrip>(
  { positions }: Pick<CareSites, 'positions'>,
  trip: Trip,
  {
    travelOn,
    minutesOf,
  }: {
    readonly travelOn: (trip: Trip) => Travel
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
