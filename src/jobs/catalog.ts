import type { Courses } from '#analysis/compare/course.ts'
import { courseFigures } from '#analysis/compare/course-figures.ts'
import type { GroundInput } from '#analysis/ground.ts'
import { groundOf } from '#analysis/ground-of.ts'
import {
  type IncidentRecord,
  type IncidentRecordInput,
  incidentRecordOf,
} from '#analysis/incidents/incident-record.ts'
import { type NeedRankInput, needRanks } from '#analysis/need-ranks.ts'
import type { Visits } from '#analysis/patrols/visits.ts'
import type { SituationInput } from '#analysis/situation.ts'
import {
  situationOf,
  type TravelMinutes,
  type VisitInput,
  visitsIn,
} from '#analysis/situation-of.ts'
import { type StudyRequest, studyAnswer } from '#analysis/studies/study-answer.ts'
import { candidates } from './candidates.ts'
import { certify } from './certify/certify.ts'
import { compare } from './compare.ts'
import { courseCare } from './course-care.ts'
import { courseRanges } from './course-ranges.ts'
import { exportComparison } from './export-comparison.ts'
import { exportLayers, exportPreview } from './export-layers.ts'
import type { AnyJob, JobContext } from './job.ts'
import { plan } from './plan.ts'
import {
  planConflict,
  planDecisionPrices,
  planLimitGains,
  planServedBy,
  planUnserved,
} from './plan-reasons.ts'
import { proposeZones } from './propose-zones.ts'
import { readFiles } from './read-files.ts'
import { readOperation } from './read-operation.ts'
import { repairPlan } from './repair-plan.ts'
import { stress } from './stress.ts'
import { travel } from './travel.ts'
import { travelFrom } from './travel-from.ts'
import {
  alternativePlans,
  gainByMoves,
  outcomesByCommunity,
  planHowSure,
  planOutcomes,
  planTaken,
  planTradeOffs,
  planWithoutInput,
} from './weigh-plan.ts'
import { writeOperation } from './write-operation.ts'
import { writePack } from './write-pack.ts'
import { writeProduct } from './write-product.ts'
import { zoneReview, zoneRoutes } from './zone-review.ts'
import { zoneTravel } from './zone-travel.ts'

/**
 * Everything that may run off the main thread. A job is a plain function of cloneable data, so it
 * runs the same in the worker, in a test, and on a machine whose policy forbids workers.
 */
export const JOBS = {
  readOperation,
  writeOperation,
  writePack,
  readFiles,
  exportPreview,
  exportLayers,
  exportComparison,
  writeProduct,
  ground: (input: GroundInput) => groundOf(input),
  travel,
  travelFrom,
  visits: (input: VisitInput) => visitsIn(input),
  incidents: (input: IncidentRecordInput) => incidentRecordOf(input),
  situation,
  ranks: (input: NeedRankInput) => needRanks(input),
  study: (request: StudyRequest) => studyAnswer(request),
  compare,
  courseCare,
  courseFigures: (courses: Courses) => courseFigures(courses),
  courseRanges,
  proposeZones,
  candidates,
  plan,
  certify,
  alternativePlans,
  gainByMoves,
  planOutcomes,
  outcomesByCommunity,
  planWithoutInput,
  planTaken,
  planTradeOffs,
  planHowSure,
  planServedBy,
  planUnserved,
  planDecisionPrices,
  planLimitGains,
  planConflict,
  zoneTravel,
  zoneReview,
  zoneRoutes,
  stress,
  repairPlan,
} satisfies Record<string, AnyJob>

export type JobName = keyof typeof JOBS

/** What a situation follows from; patrols come in as the visits they made, incidents as their record. */
type SituationFacts = {
  readonly input: SituationInput
  readonly travel: TravelMinutes
  readonly visits: Visits
  readonly incidents: IncidentRecord
}

function situation({ input, travel: minutes, visits, incidents }: SituationFacts) {
  return situationOf(input, minutes, visits, incidents)
}

/** What a job takes. */
export type JobInput<N extends JobName> = Parameters<(typeof JOBS)[N]>[0]

/** What it answers. */
export type JobOutput<N extends JobName> = Awaited<ReturnType<(typeof JOBS)[N]>>

/** What it answers on the way; never for most. */
export type JobInterim<N extends JobName> =
  Parameters<(typeof JOBS)[N]> extends readonly [unknown, JobContext<infer Interim>]
    ? Interim
    : never
