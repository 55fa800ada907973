import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CareMinutes } from '#analysis/compare/course.ts'
import type { CourseFigures } from '#analysis/compare/course-figures.ts'
import type { CourseRanges } from '#analysis/compare/ranges/course-ranges.ts'
import type { Comparison } from '#analysis/compare/scenario-measures.ts'
import type { StressAnswer } from '#analysis/compare/stress/stress.ts'
import type { Sided } from '#analysis/compare/words/hangs-on.ts'
import type { Ground } from '#analysis/ground.ts'
import type { IncidentRecord } from '#analysis/incidents/incident-record.ts'
import type { NeedRanks } from '#analysis/need-ranks.ts'
import type { ServedFrom } from '#analysis/reach/served-from.ts'
import type { Situation } from '#analysis/situation.ts'
import type { TravelMinutes } from '#analysis/situation-of.ts'
import type { StudyAnswer } from '#analysis/studies/study.ts'
import type { ZoneProblem } from '#analysis/zones/problems/problem.ts'
import type { BaseTravel } from '#analysis/zones/zone-facts.ts'
import type { Issue } from '#core/issue.ts'
import type { DemandsInConflict } from '#jobs/plan-reasons.ts'
import type { RepairedPlan } from '#jobs/repair-plan.ts'
import type {
  AlternativePlans,
  GainByMoves,
  OutcomeByCommunity,
  PlanTradeOffs,
} from '#jobs/weigh-plan.ts'
import type { ZoneReview } from '#jobs/zone-review.ts'
import type { HowSure } from '#planner/choices/how-sure.ts'
import type { WithoutInput } from '#planner/choices/without-input.ts'
import type { Plan, PlanUnits } from '#planner/plan.ts'
import type { DecisionPrices } from '#planner/reasons/decision-prices.ts'
import type { LimitGains } from '#planner/reasons/limit-gains.ts'
import type { Contribution } from '#planner/reasons/unserved/contributions.ts'
import type { Unserved } from '#planner/reasons/unserved/unserved.ts'
import type { ZoneProposal } from '#planner/zoning/zone-proposal.ts'
import type { ZoneRequest } from '#planner/zoning/zone-wish.ts'

/** An answer being worked on. While it runs again the older value stays, so the screen never blanks. */
export type Work<T> = {
  readonly status: 'idle' | 'running' | 'ready' | 'failed'
  readonly value: T | null
  readonly progressShare: number
  /** A plain sentence; null unless failed. */
  readonly error: string | null
}

/** An answer, and the scenario that it is of; null: it was not asked for. */
export type OfScenario<T> = Work<T> & { readonly scenarioId: string | null }

/** An answer about two scenarios; null: none were asked for. Its value is never that of another pair. */
export type OfPair<T> = Work<T> & { readonly ids: readonly [fromId: string, toId: string] | null }

/** A plan on its way: what the gap chart draws. */
export type PlanMoment = {
  readonly searchMoves: number
  readonly elapsedSeconds: number
  readonly objective: number
  readonly bound: number | null
  readonly gapShare: number | null
}

/** How the proof beside a plan stands: how much better another plan could be, at most. */
export type PlanProof = {
  /** idle: none was started; stopped: a person or the clock ended it, and it might have gone on. */
  readonly status: 'idle' | 'running' | 'ended' | 'stopped' | 'failed'
  readonly bound: number | null
  /** Worth of the best plan that it came upon; null: none. */
  readonly metObjective: number | null
}

export const NO_PROOF: PlanProof = { status: 'idle', bound: null, metObjective: null }

/** An answer about a plan, and the hashes of the plans that it holds for. */
export type Weighed<T> = Work<T> & { readonly planHashes: readonly string[] }

/** The plan on screen beside what else there is; each only once it was asked for. */
export type PlanChoices = {
  readonly alternatives: Weighed<AlternativePlans>
  readonly moves: Weighed<GainByMoves>
  readonly tradeOffs: Weighed<PlanTradeOffs>
  readonly outcomes: Weighed<readonly OutcomeByCommunity[]>
  readonly howSure: Weighed<HowSure>
  /** By id of the input. */
  readonly without: Readonly<Record<string, Weighed<Omit<WithoutInput, 'withoutLaydown'>>>>
}

/** Why the plan on screen is as it is; each only once it was asked for. */
export type PlanReasons = {
  /** By stratum of the plan. */
  readonly servedBy: Readonly<Record<number, Weighed<readonly Contribution[]>>>
  /** By stratum: what would serve it. A value of null in an answer that is ready: more search serves it. */
  readonly unserved: Readonly<Record<number, Weighed<Unserved>>>
  readonly decisionPrices: Weighed<DecisionPrices>
  readonly limitGains: Weighed<LimitGains>
  readonly conflict: Weighed<DemandsInConflict>
}

/** Everything computed from the document; never saved, recomputed when its inputs are new objects. */
export type ResultsState = {
  readonly ground: Work<Ground>
  /** Older than the document while it is worked out again; null: none yet. */
  readonly incidents: IncidentRecord | null
  /** By scenario id: there as soon as travel is worked out, before the situation that follows from it. */
  readonly travel: Readonly<Record<string, Work<TravelMinutes>>>
  /** By scenario id. */
  readonly situations: Readonly<Record<string, Work<Situation>>>
  /** How sure the ranks of the scenario on screen are; kept while they are worked out again. */
  readonly ranks: Work<NeedRanks>
  /** By study id, of the scenario on screen. */
  readonly studies: Readonly<Record<string, Work<StudyAnswer>>>
  readonly plan: Work<Plan>
  /** For which scenario the plan was asked. */
  readonly planScenarioId: string | null
  readonly planMoments: readonly PlanMoment[]
  /** It goes on beside the search and after it; its tightest bound is the plan's. */
  readonly planProof: PlanProof
  /** Every unit in place under the best laydown so far, while a search runs; else null. */
  readonly planIncumbent: readonly PlanUnits[] | null
  /** What a person should know about the facts that the plan rests on. */
  readonly planIssues: readonly Issue[]
  /** Whether anything that the plan follows from has changed since. */
  readonly isPlanStale: boolean
  /** The plan on screen was taken from its choices: from where, and what the search had found. */
  readonly planTaken: {
    readonly note: string
    readonly found: Plan
    readonly moments: readonly PlanMoment[]
  } | null
  /** Why a choice could not be taken; null: nothing is in the way. */
  readonly planTakenError: string | null
  readonly choices: PlanChoices
  readonly reasons: PlanReasons
  /** Zones that are proposed, and not yet in the document. */
  readonly zoneProposal: Work<ZoneProposal>
  /** What they were asked for last; null: none were. */
  readonly zoneProposalRequest: ZoneRequest | null
  /** Whether anything that the proposed zones follow from has changed since. */
  readonly isZoneProposalStale: boolean
  /** From the other scenario (a) to the active one (b), when both are asked for. */
  readonly comparison: OfPair<Comparison>
  /** By scenario id, of those that stand beside each other on maps: where units come from. */
  readonly servedFrom: Readonly<Record<string, Work<ServedFrom>>>
  /** By scenario id, of those that are compared. */
  readonly care: Readonly<Record<string, Work<CareMinutes>>>
  /** All that are compared, by every measure; ready only while it is of the facts as they are. */
  readonly courses: Work<CourseFigures>
  /**
   * Facts and pictures that `courses` was measured from, by scenario id: what is said beside its figures
   * is said from these, for situations are of newer facts while it is worked out again.
   */
  readonly courseSides: Readonly<Record<string, Sided>>
  /** The same in draws of what is not known; null while there are none of the figures in `courses`. */
  readonly courseRanges: Work<CourseRanges>
  /** The courses under what may come; worked out when it is asked for. */
  readonly stress: Work<StressAnswer>
  /** Whether anything that it follows from has changed since. */
  readonly isStressStale: boolean
  /** By `repairKey`: courses after a future of `stress` has come, with a few moves. */
  readonly repairs: Readonly<Record<string, Work<RepairedPlan>>>
  /** From every base, of the scenario that Zones shows. */
  readonly zoneTravel: OfScenario<BaseTravel>
  /** The drawing of zones as it was last let go of. */
  readonly zoneReview: OfScenario<ZoneReview>
  /** Whom the roads within each zone do not reach. */
  readonly zoneRoutes: OfScenario<readonly ZoneProblem[]>
}

export type ResultsStore = StoreApi<ResultsState>

export const IDLE: Work<never> = { status: 'idle', value: null, progressShare: 0, error: null }

const UNASKED: Weighed<never> = { ...IDLE, planHashes: [] }

export const NO_CHOICES: PlanChoices = {
  alternatives: UNASKED,
  moves: UNASKED,
  tradeOffs: UNASKED,
  outcomes: UNASKED,
  howSure: UNASKED,
  without: {},
}

export const NO_REASONS: PlanReasons = {
  servedBy: {},
  unserved: {},
  decisionPrices: UNASKED,
  limitGains: UNASKED,
  conflict: UNASKED,
}

/** An empty store; `desk.ts` fills it. */
export function createResultsStore(): ResultsStore {
  return createStore<ResultsState>()(() => ({
    ground: IDLE,
    incidents: null,
    travel: {},
    situations: {},
    ranks: IDLE,
    studies: {},
    plan: IDLE,
    planScenarioId: null,
    planMoments: [],
    planProof: NO_PROOF,
    planIncumbent: null,
    planIssues: [],
    isPlanStale: false,
    planTaken: null,
    planTakenError: null,
    choices: NO_CHOICES,
    reasons: NO_REASONS,
    zoneProposal: IDLE,
    zoneProposalRequest: null,
    isZoneProposalStale: false,
    comparison: { ...IDLE, ids: null },
    servedFrom: {},
    care: {},
    courses: IDLE,
    courseSides: {},
    courseRanges: IDLE,
    stress: IDLE,
    isStressStale: false,
    repairs: {},
    zoneTravel: { ...IDLE, scenarioId: null },
    zoneReview: { ...IDLE, scenarioId: null },
    zoneRoutes: { ...IDLE, scenarioId: null },
  }))
}
