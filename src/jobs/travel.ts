import { reachedFrom } from '#analysis/compare/posture.ts'
import { reachOf } from '#analysis/reach/reach.ts'
import type { TravelMinutes } from '#analysis/situation-of.ts'
import type { LonLat } from '#core/place.ts'
import { vehicleNamed } from '#core/records/vehicle.ts'
import { townsIn } from './community-class.ts'
import { landingSitesIn, type TravelFacts } from './travel-facts.ts'

/** Minutes from every cell to the nearest posted unit, town and health post, by the vehicle of the settings. */
export function travel(facts: TravelFacts): TravelMinutes {
  const { ground, communityClasses } = facts
  const vehicle = vehicleNamed(facts.vehicles, facts.operation.vehicleId)
  const reach = reachOf({ ...facts, landingSites: landingSitesIn(facts) }, vehicle)
  const towns = townsIn(communityClasses).map(
    (town): LonLat => [ground.communityLonDegrees[town]!, ground.communityLatDegrees[town]!],
  )
  const healthPosts = facts.facilities
    .filter((facility) => facility.class === 'health' && facility.status !== 'closed')
    .map(({ position }) => position)
  return {
    responseMinutes: reach(reachedFrom(facts)),
    travelToTownMinutes: reach(towns),
    ...(healthPosts.length > 0 ? { travelToHealthMinutes: reach(healthPosts) } : {}),
  }
}
