import type { Candidates } from '#jobs/candidates.ts'
import type { PlanFacts } from '#jobs/plan-facts.ts'
import type { RunJob } from '#jobs/run-job.ts'
import type { SearchRequest } from '#jobs/search-plan.ts'
import { type Plan, planWithBound } from '#planner/plan.ts'
import { IDLE, NO_PROOF, type ResultsState, type ResultsStore } from '../results-store.ts'
import type { Facts } from './document-inputs.ts'
import { candidateFactsOf, planFactsOf } from './plan-inputs.ts'
import { candidatesKey, planKey } from './plan-keys.ts'
import { createProving } from './proving.ts'
import type { Situations } from './situations.ts'
import { createTask, failureSentence, isSameKey, type Key } from './task.ts'
import { watcher } from './watch-search.ts'

/** What a person asks of the planner beyond the operation's settings. */
export type PlanWish = SearchRequest & { readonly scenarioId: string }

/** A plan that is there, with all that it was made from. */
export type MadePlan = {
  readonly plan: Plan
  readonly facts: PlanFacts
  /** The rows that the facts were taken from. */
  readonly rows: Facts
  readonly scenarioId: string
}

/** The one plan of the desk: asked for, searched, stopped, explained, thrown away. */
export type Planning = {
  request(wish: PlanWish): void
  /** Ends the search and the proof; what it has so far becomes the plan. */
  stop(): void
  discard(): void
  /** What the plan on screen was made from; null: there is none, or a search is on. */
  made(): MadePlan | null
  /** Puts another plan of the same facts in its place; `note` says where it is from. */
  replace(plan: Plan, note: string): void
  /** Puts back what the search found. */
  giveBack(): void
  /** The scenario whose situation a waiting search needs; null: none waits. */
  wantedScenarioId(): string | null
  /**
   * Starts a search that waited for its facts, and notices when a plan has gone stale.
   *
   * @param shownScenarioId the scenario of an open Plan place: its places and the way from them are
   *   worked out before anybody asks, so that a first plan is there at once. Null: none is open.
   */
  refresh(facts: Facts, shownScenarioId: string | null): void
}

type Options = {
  readonly results: ResultsStore
  readonly runJob: RunJob
  readonly situations: Situations
  readonly nowMs: () => number
  readonly proofSeconds: number
  /** Something that a waiting search waits for has come. */
  readonly onReady: () => void
}

const NOTHING: Partial<ResultsState> = {
  plan: IDLE,
  planScenarioId: null,
  planMoments: [],
  planProof: NO_PROOF,
  planIncumbent: null,
  planIssues: [],
  isPlanStale: false,
  planTaken: null,
  planTakenError: null,
}

/** Searches for one plan at a time. */
export function createPlanning(options: Options): Planning {
  const { results, situations } = options
  let waiting: PlanWish | null = null
  let running: { readonly abort: AbortController; readonly stop: AbortController } | null = null
  let madeFrom: Key | null = null
  let source: Omit<MadePlan, 'plan'> | null = null
  let candidatesError: string | null = null
  const proving = createProving(options)
  const candidates = createTask<Candidates>('The places for a plan', ({ error }) => {
    candidatesError = error
    options.onReady()
  })

  const end = () => {
    running?.abort.abort()
    proving.discard()
    running = null
    waiting = null
  }
  const discard = () => {
    end()
    madeFrom = null
    source = null
    results.setState(NOTHING)
  }
  const putBack = () => {
    const { plan, planTaken } = results.getState()
    if (!planTaken || plan.status !== 'ready') return
    results.setState({
      plan: { ...plan, value: planTaken.found },
      planMoments: planTaken.moments,
      planTaken: null,
      planTakenError: null,
    })
  }
  const fail = (error: string) => {
    proving.discard()
    const { plan } = results.getState()
    results.setState({
      plan: { ...plan, status: 'failed', error },
      planIncumbent: null,
    })
  }
  const start = async (wish: PlanWish, facts: PlanFacts) => {
    const mine = { abort: new AbortController(), stop: new AbortController() }
    running = mine
    try {
      const found = await options.runJob('plan', facts, {
        signal: mine.abort.signal,
        stop: mine.stop.signal,
        onInterim: watcher(options, () => running === mine, {
          wish,
          facts,
          proving,
          stop: mine.stop.signal,
        }),
      })
      if (running !== mine) return
      if (!found.ok) return fail(found.issues[0]?.message ?? 'There is nothing to plan with.')
      const { issues } = found.value
      const plan = planWithBound(found.value.plan, results.getState().planProof.bound)
      if (plan.gapShare === 0) proving.stop()
      results.setState({
        plan: { status: 'ready', value: plan, progressShare: 1, error: null },
        planIncumbent: null,
        planIssues: issues,
      })
    } catch (error) {
      if (running === mine) fail(failureSentence('The plan', error))
    } finally {
      if (running === mine) running = null
    }
  }
  const begin = (facts: Facts, wish: PlanWish) => {
    const { scenarioId, ...request } = wish
    const error = results.getState().ground.error ?? situations.error(scenarioId) ?? candidatesError
    if (error) {
      waiting = null
      fail(error)
      return
    }
    const picture = situations.picture(scenarioId)
    const found = candidates.readyKey() && candidates.value()
    if (!picture || !found) return
    waiting = null
    madeFrom = planKey(facts, scenarioId, picture.key)
    const { document, columns } = facts
    const made = planFactsOf(facts, { scenarioId, request, picture, candidates: found })
    source = { facts: made, rows: { document, columns }, scenarioId }
    void start(wish, made)
  }
  const markStale = (facts: Facts, scenarioId: string | null) => {
    const picture = scenarioId === null ? null : situations.picture(scenarioId)
    if (scenarioId === null || !picture || !madeFrom) return
    const isPlanStale = !isSameKey(madeFrom, planKey(facts, scenarioId, picture.key))
    if (isPlanStale !== results.getState().isPlanStale) results.setState({ isPlanStale })
  }
  return {
    request(wish) {
      end()
      waiting = wish
      const { plan, planScenarioId } = results.getState()
      const value = planScenarioId === wish.scenarioId ? plan.value : null
      results.setState({
        ...NOTHING,
        plan: { status: 'running', value, progressShare: 0, error: null },
        planScenarioId: wish.scenarioId,
      })
    },
    stop() {
      if (waiting) discard()
      running?.stop.abort()
      proving.stop()
    },
    discard,
    made() {
      const { plan } = results.getState()
      return plan.status === 'ready' && plan.value && source
        ? { plan: plan.value, ...source }
        : null
    },
    replace(plan, note) {
      const { plan: before, planMoments, planTaken } = results.getState()
      if (before.status !== 'ready' || !before.value) return
      const found = planTaken ?? { found: before.value, moments: planMoments }
      if (plan.planHash === found.found.planHash) return putBack()
      results.setState({
        plan: { ...before, value: plan },
        planMoments: [],
        planTaken: { ...found, note },
        planTakenError: null,
      })
    },
    giveBack: () => putBack(),
    wantedScenarioId: () => waiting?.scenarioId ?? null,
    refresh(facts, shownScenarioId) {
      const askedId = waiting?.scenarioId ?? results.getState().planScenarioId
      if (askedId !== null && !facts.document.tables.scenarios.has(askedId)) {
        discard()
        return
      }
      const scenarioId = waiting?.scenarioId ?? shownScenarioId ?? askedId
      const picture = scenarioId === null ? null : situations.picture(scenarioId)
      if (scenarioId !== null && picture && (waiting || shownScenarioId)) {
        const key = candidatesKey(facts, scenarioId, picture.key)
        candidates.refresh(key, (run) =>
          options.runJob('candidates', candidateFactsOf(facts, scenarioId, picture), run),
        )
      }
      if (waiting) begin(facts, waiting)
      else markStale(facts, askedId)
    },
  }
}
