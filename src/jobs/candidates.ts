import { communitiesOf } from '#analysis/community-classes.ts'
import { restrictionsActing } from '#analysis/reach/conditions.ts'
import { travelKeys } from '#analysis/reach/travel-class.ts'
import type { Site } from '#core/records/site.ts'
import type { Vehicle } from '#core/records/vehicle.ts'
import { type CandidatePlace, candidatePlaces } from '#planner/candidate-places.ts'
import type { MinutesMatrix, PlanProblem } from '#planner/problem.ts'
import type { JobContext } from './job.ts'
import { routerFor } from './router-for.ts'
import { landingSitesIn, type TravelFacts } from './travel-facts.ts'

/** What candidate places and their travel minutes follow from. */
export type CandidateFacts = TravelFacts & {
  readonly needScore: Float64Array
  readonly sites: readonly Site[]
  /** Places to keep whatever need says, so that two plans can be tried under each other's facts. */
  readonly keptPlaceIds?: readonly string[]
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
export async function candidates(facts: CandidateFacts, context?: JobContext): Promise<Candidates> {
  const { ground, operation, bases, sites, postings, needScore, communityClasses } = facts
  const places = candidatePlaces({
    ground,
    operation,
    bases,
    communities: communitiesOf(ground, communityClasses),
    needScore,
    requiredPlaceIds: new Set([
      ...[...sites, ...postings].map(({ placeId }) => placeId),
      ...(facts.keptPlaceIds ?? []),
    ]),
  })
  const keys = travelKeys(facts.vehicles, restrictionsActing(facts), ground.network)
  const keyOf = (vehicleId: string) => keys.get(vehicleId) ?? vehicleId
  const used = new Set(facts.resourceTypes.map(({ vehicleId }) => keyOf(vehicleId)))
  const vehicles = facts.vehicles.filter(({ id }) => used.has(id))
  const minutes: Record<string, MinutesMatrix> = {}
  for (const [at, vehicle] of vehicles.entries()) {
    const progress = (share: number) => context?.progress((at + share) / vehicles.length)
    minutes[vehicle.id] = await minutesFrom(facts, places, { vehicle, progress, context })
  }
  const travelKeyOfType = facts.resourceTypes.map(({ id, vehicleId }) => [id, keyOf(vehicleId)])
  return { places, minutes, travelKeys: Object.fromEntries(travelKeyOfType) }
}

type Filling = {
  readonly vehicle: Vehicle
  readonly progress: (share: number) => void
  readonly context: JobContext | undefined
}

const PLACES_AT_A_TIME = 20

async function minutesFrom(
  facts: CandidateFacts,
  places: readonly CandidatePlace[],
  { vehicle, progress, context }: Filling,
): Promise<Float32Array> {
  const cellCount = facts.ground.grid.cells.length
  const minutes = new Float32Array(places.length * cellCount)
  const terms = { ...facts, landingSites: landingSitesIn(facts), vehicle }
  const { toCells } = routerFor(facts.ground).under(terms, `plan ${facts.lane}`)
  for (const [place, { position }] of places.entries()) {
    minutes.set(toCells([position]), place * cellCount)
    if (place % PLACES_AT_A_TIME !== PLACES_AT_A_TIME - 1) continue
    progress((place + 1) / places.length)
    if (await context?.isStopped()) throw new Error('called off')
  }
  return minutes
}
