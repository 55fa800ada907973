import { reachOf, restrictionsInForce } from '#analysis/reach/reach.ts'
import { type TravelClass, travelClasses } from '#analysis/reach/travel-class.ts'
import type { Site } from '#core/records/site.ts'
import { type CandidatePlace, candidatePlaces } from '#planner/candidate-places.ts'
import type { MinutesMatrix, PlanProblem } from '#planner/problem.ts'
import { communitiesOf } from './community-class.ts'
import type { TravelFacts } from './travel-facts.ts'

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
  const classes = travelClasses(facts.resourceTypes, restrictionsInForce(facts))
  const minutes: Record<string, MinutesMatrix> = {}
  for (const travelClass of classes.values()) {
    minutes[travelClass.key] ??= minutesFrom(facts, places, travelClass)
  }
  const travelKeys = Object.fromEntries([...classes].map(([id, { key }]) => [id, key]))
  return { places, minutes, travelKeys }
}

function minutesFrom(
  facts: CandidateFacts,
  places: readonly CandidatePlace[],
  travelClass: TravelClass,
): Float32Array {
  const cellCount = facts.ground.grid.cells.length
  const minutes = new Float32Array(places.length * cellCount)
  const reach = reachOf(facts, travelClass)
  places.forEach(({ position }, place) => {
    minutes.set(reach([position]), place * cellCount)
  })
  return minutes
}
