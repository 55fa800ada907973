import { prepareOutline } from '#analysis/cells/prepared-outline.ts'
import { type ZoningBound, zoningBound } from '#analysis/zones/bound/zoning-bound.ts'
import type { WithinTravel, ZoneProblem } from '#analysis/zones/problems/problem.ts'
import { groundProblems } from '#analysis/zones/problems/registry.ts'
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

/** How far a drawing of zones is from the best, by kind, and what is wrong with it. */
export type ZoneReview = {
  readonly bounds: Readonly<Partial<Record<Zone['kind'], ZoningBound>>>
  readonly problems: readonly ZoneProblem[]
}

/**
 * Bounds first, for they are quick; then the problems, with the roads within each zone: some 50 ms a
 * zone on 45,000 nodes.
 */
export async function zoneReview(
  facts: ZoneReviewFacts,
  context?: JobContext,
): Promise<ZoneReview> {
  const { ground, needScore, zones, theatre, baseTravel } = facts
  const service: ServiceFacts = {
    ground,
    needScore,
    force: zoneForceOf(facts, ground),
    travel: baseTravel,
  }
  const bounds: Partial<Record<Zone['kind'], ZoningBound>> = {}
  for (const kind of ZONE_KINDS) {
    const ofKind = zones.filter((zone) => zone.kind === kind)
    const served = servedZones(service, ofKind)
    const bound = served.length < ofKind.length ? null : zoningBound(service, baseTravel, served)
    if (bound) bounds[kind] = bound
  }
  const within = await travelWithin(facts, service, context)
  const travelOf = (zone: Zone) => within.get(zone.id) ?? null
  return { bounds, problems: groundProblems({ ground, zones, theatre, travelWithin: travelOf }) }
}

/** Travel from each zone's own base; a zone that is served from outside has no roads to be told of. */
async function travelWithin(
  facts: ZoneReviewFacts,
  service: ServiceFacts,
  context: JobContext | undefined,
): Promise<ReadonlyMap<string, WithinTravel>> {
  const { ground, zones, baseTravel } = facts
  const found = new Map<string, WithinTravel>()
  const vehicle = vehicleNamed(facts.vehicles, facts.operation.vehicleId)
  const terms = { ...facts, landingSites: landingSitesIn(facts), vehicle }
  const positionOf = new Map(facts.bases.map(({ id, position }) => [id, position]))
  const cellCount = ground.grid.cells.length
  const outlineOf = new Map(zones.map(({ id, outline }) => [id, prepareOutline(outline)]))
  for (const [at, { id, baseIndex }] of servedZones(service, zones).entries()) {
    const within = outlineOf.get(id)!
    const base = positionOf.get(baseTravel.baseIds[baseIndex]!)
    if (!base || !within.holds(...base)) continue
    const { toCells } = routerFor(ground).under({ ...terms, within }, `zone within ${facts.lane}`)
    const from = baseIndex * cellCount
    found.set(id, {
      anyway: baseTravel.minutes.subarray(from, from + cellCount),
      within: toCells([base]),
    })
    context?.progress(at / zones.length)
    if (await context?.isStopped()) throw new Error('called off')
  }
  return found
}
