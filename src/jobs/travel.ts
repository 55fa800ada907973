import { townsIn } from '#analysis/community-classes.ts'
import { reachedFrom } from '#analysis/compare/posture.ts'
import type { TravelMinutes } from '#analysis/situation-of.ts'
import type { LonLat } from '#core/place.ts'
import { vehicleNamed } from '#core/records/vehicle.ts'
import { routerFor } from './router-for.ts'
import { landingSitesIn, type TravelFacts } from './travel-facts.ts'

/** Minutes from every cell to the nearest posted unit, town and health post, by the vehicle of the settings. */
export function travel(facts: TravelFacts): TravelMinutes {
  const { ground, communityClasses } = facts
  const vehicle = vehicleNamed(facts.vehicles, facts.operation.vehicleId)
  const terms = { ...facts, landingSites: landingSitesIn(facts), vehicle }
  const { toCells } = routerFor(ground).under(terms, `travel ${facts.lane}`)
  const towns = townsIn(communityClasses).map(
    (town): LonLat => [ground.communityLonDegrees[town]!, ground.communityLatDegrees[town]!],
  )
  const healthPosts = facts.facilities
    .filter((facility) => facility.class === 'health' && facility.status !== 'closed')
    .map(({ position }) => position)
  return {
    responseMinutes: toCells(reachedFrom(facts)),
    travelToTownMinutes: toCells(towns),
    ...(healthPosts.length > 0 ? { travelToHealthMinutes: toCells(healthPosts) } : {}),
  }
}
