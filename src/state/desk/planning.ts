import type { Ground } from '#analysis/ground.ts'
import { operationOf } from '#core/document.ts'
import type { PlanFacts } from '#jobs/plan-facts.ts'
import type { RunJob } from '#jobs/run-job.ts'
import type { PlanInterim, SearchRequest } from '#jobs/search-plan.ts'
import { IDLE, type ResultsState, type ResultsStore } from '../results-store.ts'
import type { Facts } from './document-inputs.ts'
import { planFactsOf, sitesOf } from './plan-inputs.ts'
import type { Situations } from './situations.ts'
import { failureSentence, isSameKey, type Key } from './task.ts'

/** What a person asks of the planner beyond the operation's settings. */
export type PlanWish = SearchRequest & { readonly scenarioId: string }

/** The one plan of the desk: asked for, searched, stopped, explained, thrown away. */
export type Planning = {
  request(wish: PlanWish): void
  /** Ends the search; what it has so far becomes the plan. */
  stop(): void
  discard(): void
  /** The scenario whose situation a waiting search needs; null: none waits. */
  wantedScenarioId(): string | null
  /** Starts a search that waited for its situation, and notices when a plan has gone stale. */
  refresh(facts: Facts, ground: Ground | null): void
}

type Options = {
  readonly results: ResultsStore
  readonly runJob: RunJob
  readonly situations: Situations
  readonly nowMs: () => number
}

const NOTHING: Partial<ResultsState> = {
  plan: IDLE,
  planScenarioId: null,
  planMoments: [],
  planIncumbent: null,
  planIssues: [],
  isPlanStale: false,
}

/** Searches for one plan at a time. */
export function createPlanning(options: Options): Planning {
  const { results, situations } = options
  let waiting: PlanWish | null = null
  let running: { readonly abort: AbortController; readonly stop: AbortController } | null = null
  let madeFrom: Key | null = null

  const end = () => {
    running?.abort.abort()
    running = null
    waiting = null
  }
  const discard = () => {
    end()
    madeFrom = null
    results.setState(NOTHING)
  }
  const fail = (error: string) => {
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
        onInterim: watcher(options, () => running === mine, wish),
      })
      if (running !== mine) return
      if (!found.ok) return fail(found.issues[0]?.message ?? 'There is nothing to plan with.')
      const { plan, issues } = found.value
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
    },
    discard,
    wantedScenarioId: () => waiting?.scenarioId ?? null,
    refresh(facts, ground) {
      const scenarioId = waiting?.scenarioId ?? results.getState().planScenarioId
      if (scenarioId === null) return
      if (!facts.document.tables.scenarios.has(scenarioId)) {
        discard()
        return
      }
      const groundError = results.getState().ground.error
      const error = groundError ?? situations.error(scenarioId)
      if (waiting && error) {
        waiting = null
        return fail(error)
      }
      const picture = situations.picture(scenarioId)
      const key = picture && planKey(facts, scenarioId, picture.key)
      if (waiting && picture && ground) {
        const wish = waiting
        waiting = null
        madeFrom = key
        const { scenarioId: id, ...request } = wish
        void start(wish, planFactsOf(facts, { scenarioId: id, request, picture }))
      } else if (!waiting && madeFrom && key) {
        const isPlanStale = !isSameKey(madeFrom, key)
        if (isPlanStale !== results.getState().isPlanStale) results.setState({ isPlanStale })
      }
    },
  }
}

/** Adds a moment to the chart for each report of the search. */
function watcher(
  { results, nowMs }: Options,
  isCurrent: () => boolean,
  { maxMoves }: PlanWish,
): (interim: PlanInterim) => void {
  const startedMs = nowMs()
  return ({ laydown, ...standing }) => {
    if (!isCurrent()) return
    const { plan, planMoments } = results.getState()
    const moment = { ...standing, elapsedSeconds: (nowMs() - startedMs) / 1000 }
    results.setState({
      plan: { ...plan, progressShare: standing.searchMoves / maxMoves },
      planMoments: [...planMoments, moment],
      planIncumbent: laydown,
    })
  }
}

function planKey(facts: Facts, scenarioId: string, situationKey: Key): Key {
  const { floorShare, budgetUsd, maxMoveCount } = operationOf(facts.document)
  return [...situationKey, floorShare, budgetUsd, maxMoveCount, ...sitesOf(facts, scenarioId)]
}
