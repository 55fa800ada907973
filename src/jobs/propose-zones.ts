import type { Situation } from '#analysis/situation.ts'
import type { Area } from '#core/records/area.ts'
import { vehicleNamed } from '#core/records/vehicle.ts'
import type { Zone } from '#core/records/zone.ts'
import { proposeZones as proposalSteps } from '#planner/zoning/propose-zones.ts'
import type { ZoneProposal } from '#planner/zoning/zone-proposal.ts'
import type { ZoneWish } from '#planner/zoning/zone-wish.ts'
import type { JobContext } from './job.ts'
import { routerFor } from './router-for.ts'
import { runSteps } from './run-steps.ts'
import { landingSitesIn, type TravelFacts } from './travel-facts.ts'

/** What proposed zones follow from, as it crosses to the worker. */
export type ZoneProposalFacts = TravelFacts & {
  readonly areas: readonly Area[]
  readonly situation: Pick<Situation, 'underservedScore'> & {
    readonly need: Pick<Situation['need'], 'score'>
  }
  /** Incidents of the operation's window, by cell. */
  readonly incidentCount: Float64Array
  readonly lockedZones: readonly Zone[]
  readonly wish: ZoneWish
}

/** Proposes zones for bases, by the vehicle of the settings. */
export function proposeZones(facts: ZoneProposalFacts, context: JobContext): Promise<ZoneProposal> {
  const { ground } = facts
  const vehicle = vehicleNamed(facts.vehicles, facts.operation.vehicleId)
  const terms = { ...facts, landingSites: landingSitesIn(facts), vehicle }
  const { toCells } = routerFor(ground).under(terms, `travel ${facts.lane}`)
  const steps = proposalSteps(
    {
      ...facts,
      minutesFrom: ({ position }) => toCells([position]),
    },
    facts.wish,
  )
  return runSteps(steps, context)
}
