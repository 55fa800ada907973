import { restrictionsActing } from '#analysis/reach/conditions.ts'
import { reachOf } from '#analysis/reach/reach.ts'
import { travelKeys } from '#analysis/reach/travel-class.ts'
import type { Site } from '#core/records/site.ts'
import type { Vehicle } from '#core/records/vehicle.ts'
import { type CandidatePlace, candidatePlaces } from '#planner/candidate-places.ts'
import type { MinutesMatrix, PlanProblem } from '#planner/problem.ts'
import { communitiesOf } from './community-class.ts'
import { landingSitesIn, type TravelFacts } from './travel-facts.ts'

/** What candidate places and their travel minutes follow from. */
export type CandidateFacts = TravelFacts & {
  readonly needScore: Float64Array
  readonly sites: readonly Site[]
}

/** Places that a plan may use, and minutes from each to each cell. */
export type Candidates = {
  readonly places: readonly CandidatePlace[]
  /** By travel class, place-major; NaN: cannot be reached. */
  readonly minutes: PlanProblem['minutes']
  /** Travel class by id of type. */
  readonly travelKeys: Readonly<Record<string, string>>
}

/**
 * Chooses the places and works out the way to everybody: most of what a first plan costs, so it is
 * done when planning is opened, before anybody asks. 120 places take 0.2 s on the built-in theatre.
 */
export function candidates(facts: CandidateFacts): Candidates {
  const { ground, operation, bases, sites, postings, needScore, communityClasses } = facts
  const places = candidatePlaces({
    ground,
    operation,
    bases,
    communities: communitiesOf(ground, communityClasses),
    needScore,
    requiredPlaceIds: new Set([...sites, ...postings].map(({ placeId }) => placeId)),
  })
  const keys = travelKeys(facts.vehicles, restrictionsActing(facts), ground.network)
  const keyOf = (vehicleId: string) => keys.get(vehicleId) ?? vehicleId
  const minutes: Record<string, MinutesMatrix> = {}
  for (const { vehicleId } of facts.resourceTypes) {
    const vehicle = facts.vehicles.find(({ id }) => id === keyOf(vehicleId))
    if (vehicle) minutes[vehicle.id] ??= minutesFrom(facts, places, vehicle)
  }
  const travelKeyOfType = facts.resourceTypes.map(({ id, vehicleId }) => [id, keyOf(vehicleId)])
  return { places, minutes, travelKeys: Object.fromEntries(travelKeyOfType) }
}

function minutesFrom(
  facts: CandidateFacts,
  places: readonly CandidatePlace[],
  vehicle: Vehicle,
): Float32Array {
  const cellCount = facts.ground.grid.cells.length
  const minutes = new Float32Array(places.length * cellCount)
  const reach = reachOf({ ...facts, landingSites: landingSitesIn(facts) }, vehicle)
  places.forEach(({ position }, place) => {
    minutes.set(reach([position]), place * cellCount)
  })
  return minutes
}
