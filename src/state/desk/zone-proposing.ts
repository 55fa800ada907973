import type { RunJob } from '#jobs/run-job.ts'
import type { ZoneProposal } from '#planner/zoning/zone-proposal.ts'
import type { ZoneRequest } from '#planner/zoning/zone-wish.ts'
import { IDLE, type ResultsState, type ResultsStore } from '../results-store.ts'
import { createAsked } from './asked.ts'
import type { Facts } from './document-inputs.ts'
import type { Situations } from './situations.ts'
import { zoneProposalFactsOf, zoneProposalKey } from './zone-inputs.ts'

/** The one proposal of zones of the desk: asked for, searched, stopped, thrown away. */
export type ZoneProposing = {
  request(request: ZoneRequest): void
  /** Ends the search; what it has so far becomes the proposal. */
  stop(): void
  discard(): void
  /** The scenario whose situation a waiting search needs; null: none waits. */
  wantedScenarioId(): string | null
  /** Starts a search that waited for its facts, and notices when a proposal has gone stale. */
  refresh(facts: Facts): void
}

const NOTHING: Partial<ResultsState> = {
  zoneProposal: IDLE,
  zoneProposalRequest: null,
  isZoneProposalStale: false,
}

export function createZoneProposing(options: {
  readonly results: ResultsStore
  readonly runJob: RunJob
  readonly situations: Situations
}): ZoneProposing {
  const { results, runJob, situations } = options
  const asked = createAsked<ZoneRequest, Facts, ZoneProposal>({
    subject: 'The zones',
    say: (part) =>
      results.setState({ zoneProposal: { ...results.getState().zoneProposal, ...part } }),
    sayStale(isZoneProposalStale) {
      const { isZoneProposalStale: before } = results.getState()
      if (isZoneProposalStale !== before) results.setState({ isZoneProposalStale })
    },
    givenUp: () => results.setState(NOTHING),
    prepare(facts, request) {
      const { scenarioId } = request
      const error = results.getState().ground.error ?? situations.error(scenarioId)
      if (error) return { error }
      const picture = situations.picture(scenarioId)
      const seen = situations.observations()
      if (!picture || !seen) return null
      const input = zoneProposalFactsOf(facts, { ...request, picture, ...seen })
      const key = zoneProposalKey(facts, request, picture.key)
      return { key, run: (controls) => runJob('proposeZones', input, controls) }
    },
    keyNow(facts, request) {
      const picture = situations.picture(request.scenarioId)
      return picture && zoneProposalKey(facts, request, picture.key)
    },
  })
  return {
    request(request) {
      asked.request(request)
      const { zoneProposal } = results.getState()
      results.setState({
        zoneProposal: { ...zoneProposal, status: 'running', progressShare: 0, error: null },
        zoneProposalRequest: request,
        isZoneProposalStale: false,
      })
    },
    stop: asked.stop,
    discard() {
      asked.clear()
      results.setState(NOTHING)
    },
    wantedScenarioId: () => asked.waiting()?.scenarioId ?? null,
    refresh: asked.refresh,
  }
}
