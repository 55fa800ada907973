import type { RunJob } from '#jobs/run-job.ts'
import type { ZoneRequest } from '#planner/zoning/zone-wish.ts'
import { IDLE, type ResultsState, type ResultsStore } from '../results-store.ts'
import type { Facts } from './document-inputs.ts'
import type { Situations } from './situations.ts'
import { failureSentence, isSameKey, type Key } from './task.ts'
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
  const { results, situations } = options
  let waiting: ZoneRequest | null = null
  let running: { readonly abort: AbortController; readonly stop: AbortController } | null = null
  let madeFrom: Key | null = null
  const end = () => {
    running?.abort.abort()
    running = null
    waiting = null
  }
  const fail = (error: string) => {
    const { zoneProposal } = results.getState()
    results.setState({ zoneProposal: { ...zoneProposal, status: 'failed', error } })
  }
  const start = async (request: ZoneRequest, facts: ReturnType<typeof zoneProposalFactsOf>) => {
    const mine = { abort: new AbortController(), stop: new AbortController() }
    running = mine
    try {
      const value = await options.runJob('proposeZones', facts, {
        signal: mine.abort.signal,
        stop: mine.stop.signal,
        onProgress: (progressShare) => {
          if (running !== mine) return
          const { zoneProposal } = results.getState()
          results.setState({ zoneProposal: { ...zoneProposal, progressShare } })
        },
      })
      if (running !== mine) return
      const zoneProposal = { status: 'ready', value, progressShare: 1, error: null } as const
      results.setState({ zoneProposal, zoneProposalRequest: request })
    } catch (error) {
      if (running === mine) fail(failureSentence('The zones', error))
    } finally {
      if (running === mine) running = null
    }
  }
  const begin = (facts: Facts, request: ZoneRequest) => {
    const { scenarioId } = request
    const error = results.getState().ground.error ?? situations.error(scenarioId)
    if (error) {
      waiting = null
      fail(error)
      return
    }
    const picture = situations.picture(scenarioId)
    const seen = situations.observations()
    if (!picture || !seen) return
    waiting = null
    madeFrom = zoneProposalKey(facts, request, picture.key)
    void start(request, zoneProposalFactsOf(facts, { ...request, picture, ...seen }))
  }
  const markStale = (facts: Facts) => {
    const { zoneProposalRequest: request, isZoneProposalStale: before } = results.getState()
    const picture = request && situations.picture(request.scenarioId)
    if (!picture || !madeFrom) return
    const isZoneProposalStale = !isSameKey(madeFrom, zoneProposalKey(facts, request, picture.key))
    if (isZoneProposalStale !== before) results.setState({ isZoneProposalStale })
  }
  return {
    request(request) {
      end()
      waiting = request
      const { zoneProposal } = results.getState()
      results.setState({
        zoneProposal: { ...zoneProposal, status: 'running', progressShare: 0, error: null },
        zoneProposalRequest: request,
        isZoneProposalStale: false,
      })
    },
    stop() {
      if (waiting) {
        end()
        results.setState(NOTHING)
      }
      running?.stop.abort()
    },
    discard() {
      end()
      madeFrom = null
      results.setState(NOTHING)
    },
    wantedScenarioId: () => waiting?.scenarioId ?? null,
    refresh(facts) {
      if (waiting) begin(facts, waiting)
      else if (!running) markStale(facts)
    },
  }
}
