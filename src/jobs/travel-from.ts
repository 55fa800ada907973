import { heldPlacesOf } from '#analysis/compare/posture.ts'
import { type ServedFrom, servedFrom } from '#analysis/reach/served-from.ts'
import { vehicleNamed } from '#core/records/vehicle.ts'
import type { JobContext } from './job.ts'
import { routerFor } from './router-for.ts'
import { landingSitesIn, type TravelFacts } from './travel-facts.ts'

/** Which held place each cell is reached from, under the terms of `travel`: 20 ms a place. */
export async function travelFrom(facts: TravelFacts, context?: JobContext): Promise<ServedFrom> {
  const vehicle = vehicleNamed(facts.vehicles, facts.operation.vehicleId)
  const terms = { ...facts, landingSites: landingSitesIn(facts), vehicle }
  const { toCells } = routerFor(facts.ground).under(terms, `from ${facts.lane}`)
  const cellCount = facts.ground.grid.cells.length
  const asking = servedFrom(heldPlacesOf(facts), cellCount, (position) => toCells([position]))
  for (;;) {
    const { done, value } = asking.next()
    if (done) return value
    context?.progress(value)
    if (await context?.isStopped()) throw new Error('called off')
  }
}
