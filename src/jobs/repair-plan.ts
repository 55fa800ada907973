import type { Course } from '#analysis/compare/course.ts'
import { situationUnder } from '#analysis/compare/stress/course-under.ts'
import { asMeasured, type Picture } from '#analysis/compare/stress/drawing.ts'
import { inputUnder, type ShockFacts } from '#analysis/compare/stress/input-under.ts'
import { needMetIn } from '#analysis/compare/stress/need-met-in.ts'
import type { Future, StressMeasureId } from '#analysis/compare/stress/stress.ts'
import { surgedNeed } from '#analysis/compare/stress/surged-need.ts'
import { worthOf } from '#analysis/compare/stress/worth.ts'
import type { Ground } from '#analysis/ground.ts'
import type { SituationInput } from '#analysis/situation.ts'
import type { Posting } from '#core/records/posting.ts'
import type { Site } from '#core/records/site.ts'
import { planFrom } from '#planner/plan.ts'
import { repair } from '#planner/repair/repair.ts'
import { askedProblem } from './asked-problem.ts'
import { candidates } from './candidates.ts'
import type { JobContext } from './job.ts'
import { runSteps } from './run-steps.ts'
import type { SearchRequest } from './search-plan.ts'
import { travel } from './travel.ts'
import type { TravelFacts } from './travel-facts.ts'

/** A course to repair after a future has come, as it crosses: the ground once. */
export type RepairInput = Pick<TravelFacts, 'communityClasses'> & {
  readonly ground: Ground
  readonly course: Omit<Course, 'input' | 'careMinutes'> & {
    readonly input: Omit<SituationInput, 'ground'>
  }
  readonly ownShockIds: readonly string[]
  readonly sites: readonly Site[]
  readonly shocks: ShockFacts
  readonly future: Future
  readonly measureId: StressMeasureId
  readonly request: SearchRequest
  /** Units that may be put where none stood. */
  readonly mostMoves: number
}

/** So many of a type that go from one place to another, and why. */
export type RepairMove = {
  readonly typeId: string
  readonly typeName: string
  readonly count: number
  /** Null: from stock. */
  readonly fromPlaceId: string | null
  readonly fromName: string | null
  readonly placeId: string
  readonly placeName: string
  readonly reason: string
}

/** A course after a future has come, with as few moves as were allowed. */
export type RepairedPlan = {
  readonly scenarioId: string
  readonly future: Future
  readonly measureId: StressMeasureId
  /** By the measure, as it is measured and without draws: as it is, under the future, and repaired. NaN: cannot be said. */
  readonly before: number
  readonly under: number
  readonly after: number
  readonly moves: readonly RepairMove[]
  /** Units moved, and how many might have been. */
  readonly moveCount: number
  readonly mostMoves: number
  readonly planHash: string | null
  readonly wasStopped: boolean
  /** Why there is no move, in a sentence; null: there are. */
  readonly note: string | null
}

/**
 * What a few moves make good of a future that has come: the planner searches on from what is left of a
 * course, under the same facts, for the objective that is asked for. Some 4 s on the built-in theatre,
 * most of it for the way from every place.
 */
export async function repairPlan(asked: RepairInput, context: JobContext): Promise<RepairedPlan> {
  const after = futureCome(asked)
  const nothing = (note: string, wasStopped = false): RepairedPlan => ({
    ...after.answer,
    after: after.answer.under,
    moves: [],
    moveCount: 0,
    planHash: null,
    wasStopped,
    note,
  })
  const problem = await problemAfter(asked, after, context)
  if (problem === 'stopped') return nothing('Stopped before any move was tried.', true)
  if (!problem.ok) {
    const [issue] = problem.issues
    const isGone = issue?.code === 'nothing-to-place'
    return nothing(isGone ? NOBODY_LEFT : (issue?.message ?? NOBODY_LEFT))
  }
  const { seed, maxMoves, objectiveName } = asked.request
  const steps = repair(problem.value.problem, asked.mostMoves, { seed, maxMoves })
  const { found, wasStopped, problem: limited } = await runSteps(steps, context)
  const plan = planFrom(limited, found, { objectiveName, seed, wasStopped })
  if (plan.postings.length === 0) return nothing(NOTHING_WORTH, wasStopped)
  const moves = plan.postings.map(
    ({ typeId, typeName, count, fromPlaceId, fromName, placeId, placeName, reason }) => ({
      ...{ typeId, typeName, count, fromPlaceId, fromName, placeId, placeName, reason },
    }),
  )
  return {
    ...after.answer,
    after: after.worthWith(postingsFrom(moves, asked.course.scenarioId)),
    moves,
    moveCount: moves.reduce((sum, { count }) => sum + count, 0),
    planHash: plan.planHash,
    wasStopped,
    note: null,
  }
}

const NOBODY_LEFT = 'After this no unit is left that could be moved.'
const NOTHING_WORTH =
  'No move that the limits allow is worth making: what is left stands where it does most.'

/** A course once a future has come: what is left of it, and what that is worth. */
function futureCome(asked: RepairInput) {
  const { course, future, measureId, communityClasses, ground, ownShockIds } = asked
  const { scenarioId, situation } = course
  const before = { ...course.input, ground }
  const input = inputUnder(before, future, { facts: asked.shocks, ownShockIds })
  const facts = { ...input, communityClasses, lane: 'repair' }
  const under = situationUnder(input, situation, { travel: travel(facts), isSameMovement: false })
  const surge = future.kind === 'surge' ? future : null
  const worth = (picture: Picture) => {
    const drawn = asMeasured(picture)
    return worthOf(measureId, picture.input, { needMet: needMetIn(ground, drawn), drawn })
  }
  return {
    facts,
    need: surge ? surgedNeed(ground, under.need, surge) : under.need,
    answer: {
      scenarioId,
      future,
      measureId,
      before: worth({ input: before, situation, surge: null }),
      under: worth({ input, situation: under, surge }),
      mostMoves: Math.min(asked.mostMoves, input.operation.maxMoveCount ?? asked.mostMoves),
    },
    worthWith(more: readonly Posting[]) {
      const postings = [...input.postings, ...more]
      const moved = { travel: travel({ ...facts, postings }), isSameMovement: true }
      const repaired = { ...input, postings }
      const then = situationUnder(repaired, under, moved)
      return worth({ input: repaired, situation: then, surge })
    },
  }
}

/** The planner's problem of what is left; 'stopped': a person did not wait for it. */
async function problemAfter(
  { sites: decided, future, course, request }: RepairInput,
  { facts, need }: ReturnType<typeof futureCome>,
  context: JobContext,
) {
  const sites = [...decided, ...barred(future, facts, course.scenarioId)]
  let isStopped = false
  const watched = {
    ...context,
    isStopped: async () => {
      isStopped = await context.isStopped()
      return isStopped
    },
  }
  try {
    const places = await candidates({ ...facts, needScore: need.score, sites }, watched)
    const { ground, operation, resourceTypes, bases, units, vehicles, postings } = facts
    return askedProblem({
      ...{ ground, operation, resourceTypes, bases, units, vehicles, postings },
      ...{ need, sites, candidates: places, request },
    })
  } catch (error) {
    if (isStopped) return 'stopped'
    throw error
  }
}

/** A community that is lost is not moved to again; a lost base is closed. */
function barred(
  future: Future,
  { bases }: Pick<SituationInput, 'bases'>,
  scenarioId: string,
): Site[] {
  if (future.kind !== 'baseLost' || bases.some(({ id }) => id === future.placeId)) return []
  const { placeId, id } = future
  return [{ id, scenarioId, placeId, rule: 'forbidden' }]
}

function postingsFrom(moves: readonly RepairMove[], scenarioId: string): Posting[] {
  return moves.map(({ typeId, count, fromPlaceId, placeId, reason }, i) => ({
    id: `repair-${i + 1}`,
    scenarioId,
    typeId,
    count,
    fromBaseId: fromPlaceId,
    placeId,
    startsAt: null,
    endsAt: null,
    reason,
    planHash: null,
  }))
}
