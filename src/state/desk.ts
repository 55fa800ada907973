import type { StressSettings } from '#analysis/compare/stress/stress.ts'
import type { Ground } from '#analysis/ground.ts'
import type { RunJob } from '#jobs/run-job.ts'
import type { PlanUnits } from '#planner/plan.ts'
import type { ZoneRequest } from '#planner/zoning/zone-wish.ts'
import { comparedScenarios } from './compared.ts'
import { createComparing } from './desk/comparing.ts'
import { type Facts, groundInputOf, groundKey } from './desk/document-inputs.ts'
import { createDrafting } from './desk/drafting.ts'
import { createPlanning, type PlanWish } from './desk/planning.ts'
import { createRanking } from './desk/ranking.ts'
import type { ReasonQuestion } from './desk/reason-slots.ts'
import { createReasons } from './desk/reasons.ts'
import { createRepairing, type RepairWish } from './desk/repairing.ts'
import { scenariosOn, shownScenarioId, sidesOf } from './desk/scenarios-on.ts'
import { createServing } from './desk/serving.ts'
import { createSituations } from './desk/situations.ts'
import { createStressing } from './desk/stressing.ts'
import { createStudies } from './desk/studies.ts'
import { createTask } from './desk/task.ts'
import { watchDue } from './desk/watch-due.ts'
import type { WeighQuestion } from './desk/weigh-slots.ts'
import { createWeighing } from './desk/weighing.ts'
import { createZoneProposing } from './desk/zone-proposing.ts'
import { createZoning } from './desk/zoning.ts'
import type { DocumentStore } from './document-store.ts'
import { IDLE, type ResultsStore } from './results-store.ts'
import type { ScreenState, ScreenStore } from './screen-store.ts'

/** The stores of one open operation, and what runs its jobs. */
export type DeskOptions = {
  readonly documentStore: DocumentStore
  readonly screenStore: ScreenStore
  readonly resultsStore: ResultsStore
  readonly runJob: RunJob
  /** A clock that never goes back, in milliseconds: for elapsed time only. */
  readonly nowMs: () => number
  /** How long what a search leaves open is proven beside it; 0, as where nothing is said: not at all. */
  readonly proofSeconds?: number
  /** Changes within so long are answered together. */
  readonly debounceMilliseconds?: number
}

/** Keeps every answer in step with the document and the screen. */
export type Desk = {
  /** Searches for a plan of a scenario, as soon as its situation is there. */
  requestPlan(wish: PlanWish): void
  /** Ends the search; what it has so far becomes the plan, marked as stopped. */
  stopPlan(): void
  discardPlan(): void
  /** Proposes zones of a scenario, as soon as its situation is there. */
  requestZones(request: ZoneRequest): void
  /** Ends the search for zones; what it has so far becomes the proposal. */
  stopZones(): void
  discardZones(): void
  /** Weighs the plan that is there against what else there is; one question at a time. */
  weighPlan(question: WeighQuestion): void
  stopWeighing(): void
  /** Asks why the plan that is there is as it is; questions wait for each other. */
  askWhy(question: ReasonQuestion): void
  stopWhy(question: ReasonQuestion): void
  /** Takes a laydown that came out of weighing as the plan, and gives it back for what was found. */
  takePlan(laydown: readonly PlanUnits[], note: string): void
  giveBackPlan(): void
  /** Compares the active scenario with the other even where no screen of comparison is open. */
  requestComparison(): void
  /** Tries what is compared under what may come, as soon as the situations are there. */
  requestStress(settings: StressSettings): void
  /** Ends the run with the draws that it has. */
  stopStress(): void
  /** Searches for few moves that make good of a future; one at a time. */
  requestRepair(wish: RepairWish): void
  stopRepair(): void
  dispose(): void
}

/** Watches document and screen, and fills the results. */
export function createDesk(options: DeskOptions): Desk {
  const { documentStore, screenStore, resultsStore, runJob, nowMs } = options
  const situations = createSituations(resultsStore, runJob)
  const planning = createPlanning({
    results: resultsStore,
    runJob,
    situations,
    nowMs,
    proofSeconds: options.proofSeconds ?? 0,
    onReady: () => schedule(),
  })
  const weighing = createWeighing({ results: resultsStore, runJob, planning, situations })
  const reasons = createReasons({ results: resultsStore, runJob, planning })
  const stressing = createStressing({ results: resultsStore, runJob, situations })
  const repairing = createRepairing({ results: resultsStore, runJob, situations })
  const zones = createZoneProposing({ results: resultsStore, runJob, situations })
  const zoning = createZoning(resultsStore, runJob, situations)
  const serving = createServing(resultsStore, runJob, situations)
  const studies = createStudies(resultsStore, runJob, situations)
  const ground = createTask<Ground>('The ground', (work) => resultsStore.setState({ ground: work }))
  const ranks = createRanking(resultsStore, runJob, situations)
  const comparing = createComparing(resultsStore, runJob, situations)
  const drafting = createDrafting()
  let isComparisonAsked = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const refresh = () => {
    const facts = documentStore.getState()
    const screen = screenStore.getState()
    if (facts.document.tables.areas.size === 0) {
      ground.clear()
      situations.clear()
      studies.clear()
      ranks.clear()
      zoning.clear()
      comparing.clear()
      serving.clear()
      return
    }
    ground.refresh(groundKey(facts), (run) => runJob('ground', groundInputOf(facts), run))
    const current = ground.readyKey() && ground.value()
    const comparedIds = comparedScenarios(facts.document, screen).map(({ id }) => id)
    if (current) {
      const shown = shownScenarioId(facts, screen)
      const { status } = resultsStore.getState().travel[shown ?? ''] ?? IDLE
      const isSettled = status === 'ready' || status === 'failed'
      const draft = drafting.next(screen.draftRestriction, isSettled)
      if (draft && shown) {
        situations.tryTravel(drafting.factsWith(facts, draft), current, shown)
        return
      }
      const chosen = [
        ...scenariosOn(facts, screen),
        planning.wantedScenarioId(),
        zones.wantedScenarioId(),
        ...stressing.wantedAmong(comparedIds),
      ]
      const ids = chosen.filter((id) => id !== null && facts.document.tables.scenarios.has(id))
      situations.refresh(facts, current, [...new Set(ids as string[])])
      if (screen.place === 'situation') ranks.refresh(shown)
      refreshStudy(facts, screen)
      const isBeside = screen.place === 'compare' && screen.compareView === 'panes'
      const beside = isBeside ? comparedScenarios(facts.document, screen) : []
      serving.refresh(
        facts,
        current,
        beside.map(({ id }) => id),
      )
      if (shown && screen.place === 'zones') zoning.refresh(facts, current, shown)
      refreshComparison(facts, current, screen)
    } else if (screen.place === 'compare') comparing.hold(resultsStore.getState().ground.error)
    const isPlanOpen = current && screen.place === 'plan'
    planning.refresh(facts, isPlanOpen ? shownScenarioId(facts, screen) : null)
    zones.refresh(facts)
    stressing.refresh(facts, comparedIds)
  }
  const refreshStudy = (facts: Facts, screen: ScreenState) => {
    const { studyId } = screen
    const scenarioId = shownScenarioId(facts, screen)
    if (screen.place !== 'situation' || studyId === null || scenarioId === null) return
    studies.refresh(facts, { scenarioId, studyId, choices: screen.studyChoices[studyId] ?? {} })
  }
  const refreshComparison = (facts: Facts, ground: Ground, screen: ScreenState) => {
    const sides = sidesOf(facts, screen)
    if (!sides) return
    if (screen.place === 'compare') {
      const scenarioIds = comparedScenarios(facts.document, screen).map(({ id }) => id)
      comparing.refresh(facts, ground, { ...sides, scenarioIds })
    } else if (screen.place === 'brief' || isComparisonAsked) comparing.refreshPair(sides)
  }
  const schedule = () => {
    clearTimeout(timer)
    timer = setTimeout(refresh, options.debounceMilliseconds ?? 15)
  }
  const stopWatching = watchDue(options, schedule)
  schedule()
  return {
    requestPlan(wish) {
      planning.request(wish)
      schedule()
    },
    stopPlan: planning.stop,
    requestZones(request) {
      zones.request(request)
      schedule()
    },
    stopZones: zones.stop,
    discardZones: zones.discard,
    discardPlan: planning.discard,
    weighPlan: weighing.ask,
    stopWeighing: weighing.stop,
    askWhy: reasons.ask,
    stopWhy: reasons.stop,
    takePlan: weighing.take,
    giveBackPlan: weighing.giveBack,
    requestComparison() {
      isComparisonAsked = true
      schedule()
    },
    requestStress(settings) {
      repairing.discard()
      stressing.request(settings)
      schedule()
    },
    stopStress: stressing.stop,
    requestRepair: (wish) => repairing.request(wish, documentStore.getState()),
    stopRepair: repairing.stop,
    dispose() {
      clearTimeout(timer)
      stopWatching()
      weighing.dispose()
      reasons.dispose()
      planning.discard()
      zones.discard()
      stressing.discard()
      repairing.discard()
      comparing.clear()
      studies.clear()
      zoning.clear()
      serving.clear()
      ranks.clear()
      situations.clear()
      ground.clear()
    },
  }
}
