import { prepareOutline } from '#analysis/cells/prepared-outline.ts'
import { type WorkloadBound, workloadBound } from '#analysis/zones/bound/workload-bound.ts'
import { routeProblems } from '#analysis/zones/problems/islands.ts'
import type { ZoneProblem } from '#analysis/zones/problems/problem.ts'
import { outlineProblems } from '#analysis/zones/problems/registry.ts'
import { servedZones } from '#analysis/zones/served-zones.ts'
import type { BaseTravel, ServiceFacts } from '#analysis/zones/zone-facts.ts'
import { zoneForceOf } from '#analysis/zones/zone-strength.ts'
import type { MultiPolygon } from '#core/place.ts'
import { vehicleNamed } from '#core/records/vehicle.ts'
import { ZONE_KINDS, type Zone } from '#core/records/zone.ts'
import type { JobContext } from './job.ts'
import { routerFor } from './router-for.ts'
import { landingSitesIn, type TravelFacts } from './travel-facts.ts'

/** What a review of a drawing of zones follows from. */
export type ZoneReviewFacts = TravelFacts & {
  /** Of one course of action. */
  readonly zones: readonly Zone[]
  readonly needScore: Float64Array
  readonly baseTravel: BaseTravel
  /** Outlines of the areas that make up the theatre. */
  readonly theatre: readonly MultiPolygon[]
}

/** How far a drawing of zones is from the best, by kind, and what its outlines tell is wrong. */
export type ZoneReview = {
  readonly bounds: Readonly<Partial<Record<Zone['kind'], WorkloadBound>>>
  readonly problems: readonly ZoneProblem[]
}

/** A second for 15 zones of 60 corners over a theatre of 25,000 corners. */
export function zoneReview(facts: ZoneReviewFacts): ZoneReview {
  const { ground, zones, theatre, baseTravel } = facts
  const service = serviceOf(facts)
  const bounds: Partial<Record<Zone['kind'], WorkloadBound>> = {}
  for (const kind of ZONE_KINDS) {
    const ofKind = zones.filter((zone) => zone.kind === kind)
    const served = servedZones(service, ofKind)
    const bound = served.length < ofKind.length ? null : workloadBound(service, baseTravel, served)
    if (bound) bounds[kind] = bound
  }
  return { bounds, problems: outlineProblems({ ground, zones, theatre }) }
}

/** Whom the roads within each zone do not reach from its base: some 50 ms a zone on 45,000 nodes. */
export async function zoneRoutes(
  facts: ZoneReviewFacts,
  context?: JobContext,
): Promise<readonly ZoneProblem[]> {
  const { ground, zones, baseTravel } = facts
  const problems: ZoneProblem[] = []
  const vehicle = vehicleNamed(facts.vehicles, facts.operation.vehicleId)
  const terms = { ...facts, landingSites: landingSitesIn(facts), vehicle }
  const positionOf = new Map(facts.bases.map(({ id, position }) => [id, position]))
  const zoneOf = new Map(zones.map((zone) => [zone.id, zone]))
  const cellCount = ground.grid.cells.length
  for (const [at, { id, baseIndex }] of servedZones(serviceOf(facts), zones).entries()) {
    const zone = zoneOf.get(id)!
    const within = prepareOutline(zone.outline)
    const base = positionOf.get(baseTravel.baseIds[baseIndex]!)
    if (!base) continue
    const from = baseIndex * cellCount
    const anyway = baseTravel.minutes.subarray(from, from + cellCount)
    const inZone = within.holds(...base)
      ? routerFor(ground)
          .under({ ...terms, within }, `zone within ${facts.lane}`)
          .toCells([base])
      : anyway
    problems.push(...routeProblems(ground, zone, { anyway, within: inZone }))
    context?.progress(at / zones.length)
    if (await context?.isStopped()) throw new Error('called off')
  }
  return problems
}

function serviceOf(facts: ZoneReviewFacts): ServiceFacts {
  const { ground, needScore, baseTravel } = facts
  return { ground, needScore, force: zoneForceOf(facts, ground), travel: baseTravel }
}
