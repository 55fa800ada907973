import { careMinutes } from '#analysis/access/care/care-minutes.ts'
import { type CareFacility, careSites } from '#analysis/access/care/care-sites.ts'
import type { CareMinutes } from '#analysis/compare/course.ts'
import { heldPlacesOf, medicalUnitsOf, postedTeamsOf } from '#analysis/compare/posture.ts'
import { vehicleNamed } from '#core/records/vehicle.ts'
import { routerFor } from './router-for.ts'
import { landingSitesIn, type TravelFacts } from './travel-facts.ts'

/** What the way to care of a scenario follows from: facilities with their names, which tell the level. */
export type CareTravelFacts = Omit<TravelFacts, 'facilities' | 'communityClasses'> & {
  readonly facilities: readonly CareFacility[]
}

/**
 * Minutes from every cell to each level of care, by the vehicle of the settings, and by air where
 * there are landing sites and that is sooner. Ways on the ground come from the lane of the scenario's
 * travel, and cost no second one; flights of all scenarios share one.
 */
export function courseCare(facts: CareTravelFacts): CareMinutes {
  const { ground, operation, restrictions, vehicles, facilities, lane } = facts
  const sites = careSites({
    posts: heldPlacesOf(facts),
    medicalUnits: medicalUnitsOf(facts),
    teams: postedTeamsOf(facts),
    facilities,
  })
  const landingSites = landingSitesIn(facts)
  const trip = {
    vehicle: vehicleNamed(vehicles, operation.vehicleId),
    helicopter:
      landingSites.length > 0 ? (vehicles.find(({ mode }) => mode === 'air') ?? null) : null,
  }
  const router = routerFor(ground)
  return careMinutes(sites, trip, {
    travelOn: ({ vehicle }) =>
      router.under(
        { operation, restrictions, landingSites, vehicle },
        vehicle.mode === 'air' ? 'care by air' : `travel ${lane}`,
      ),
    minutesOf: (travel, starts) => travel.toCells(starts),
  })
}
