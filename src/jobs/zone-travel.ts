import type { BaseTravel } from '#analysis/zones/zone-facts.ts'
import { vehicleNamed } from '#core/records/vehicle.ts'
import { epochMinutesOf, isWithin } from '#core/time/instant.ts'
import type { JobContext } from './job.ts'
import { routerFor } from './router-for.ts'
import { landingSitesIn, type TravelFacts } from './travel-facts.ts'

/** Minutes from each base that stands to every cell, by the vehicle of the settings: 20 ms a base. */
export async function zoneTravel(facts: TravelFacts, context?: JobContext): Promise<BaseTravel> {
  const at = epochMinutesOf(facts.operation.planningAt)
  const bases = facts.bases.filter(({ validFrom, validTo }) => isWithin(at, validFrom, validTo))
  const cellCount = facts.ground.grid.cells.length
  const minutes = new Float32Array(bases.length * cellCount)
  const vehicle = vehicleNamed(facts.vehicles, facts.operation.vehicleId)
  const terms = { ...facts, landingSites: landingSitesIn(facts), vehicle }
  const { toCells } = routerFor(facts.ground).under(terms, `zones ${facts.lane}`)
  for (const [base, { position }] of bases.entries()) {
    minutes.set(toCells([position]), base * cellCount)
    context?.progress((base + 1) / bases.length)
    if (await context?.isStopped()) throw new Error('called off')
  }
  return { baseIds: bases.map(({ id }) => id), minutes }
}
