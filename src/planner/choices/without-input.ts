import { coverModelOf, UNITS_PER_POINT } from '../engines/cover-model.ts'
import { type Laydown, laydownOf } from '../engines/laydown.ts'
import type { SearchSettings } from '../index.ts'
import { inputHashOf } from '../input-hash.ts'
import type { PlanProblem } from '../problem.ts'
import { partOf, type Steps } from '../steps.ts'
import { type CarriedOver, carriedOver, type World } from './other-world.ts'
import { type Posted, postedIn, postingsOf } from './postings.ts'
import { completed, searchFrom, searchWhole } from './search-from.ts'
import { withoutSentence } from './without-sentence.ts'

/** A posting of the plan with the input, of the one without, or of both. */
export type PostingChange = Omit<Posted, 'count'> & {
  readonly withCount: number
  readonly withoutCount: number
}

/** What a plan is worth under the facts that it was not made for. */
export type Crossing = {
  /** Points of the plan that was made for these facts. */
  readonly ownPoints: number
  /** Points of the other one under them: exact, with nothing made to fit. Null: it breaks a limit there. */
  readonly otherPoints: number | null
  /** Own less other; below 0 the search for the own one ended too early. */
  readonly regretPoints: number | null
  /** Units of the other plan that have no place under these facts. */
  readonly lostCount: number
}

/** What one input decides. */
export type WithoutInput = {
  readonly inputName: string
  /** Switching it off changes nothing that a plan follows from. */
  readonly isSameProblem: boolean
  /** By place and type: in both plans, in part or whole; only with the input; only without it. */
  readonly stay: readonly PostingChange[]
  readonly go: readonly PostingChange[]
  readonly come: readonly PostingChange[]
  /** Units posted with the input and not without it. */
  readonly goCount: number
  readonly comeCount: number
  readonly stayCount: number
  /** Under the facts with the input: what it costs to plan without it. */
  readonly withInput: Crossing
  /** Under the facts without it. */
  readonly withoutInput: Crossing
  readonly withoutLaydown: Int32Array
  readonly bound: number | null
  readonly wasStopped: boolean
  readonly sentence: string
}

export type InputSwitch = {
  /** As the middle of a sentence: "the surveys". */
  readonly inputName: string
  readonly before: PlanProblem
  readonly after: PlanProblem
  /** The plan under the facts with the input. */
  readonly given: Int32Array
}

/**
 * Which postings hang on one input: plans again without it, and tries each plan under the facts of
 * the other. The second search also goes on from the given plan and keeps it on equal worth, so that
 * what changes is due to the facts and not to chance. Some 2 s at country scale with 100,000 moves.
 *
 * @throws RangeError for travel-time problems.
 */
export function* withoutInput(
  { inputName, before, after, given }: InputSwitch,
  settings: SearchSettings,
): Steps<WithoutInput> {
  if (before.aim !== 'cover' || after.aim !== 'cover') {
    throw new RangeError('only cover problems can be compared')
  }
  const old = worldOf(before)
  const now = worldOf(after)
  const over = carriedOver(old, given, now)
  const isSameProblem = inputHashOf(before) === inputHashOf(after)
  const found = isSameProblem
    ? { laydown: over.laydown, bound: null, wasStopped: false }
    : yield* plannedAgain(now, over, settings)
  const { count, objective } = found.laydown
  const facts = {
    inputName,
    isSameProblem,
    ...changesBetween(postingsIn(old, given), postingsIn(now, count)),
    withInput: crossing(laydownOf(old.model, given).objective, carriedOver(now, count, old)),
    withoutInput: crossing(objective, over),
    withoutLaydown: count.slice(),
    bound: found.bound,
    wasStopped: found.wasStopped,
  }
  return { ...facts, sentence: withoutSentence(facts) }
}

function worldOf(problem: PlanProblem): World {
  return { problem, model: coverModelOf(problem) }
}

type Planned = {
  readonly laydown: Laydown
  readonly bound: number | null
  readonly wasStopped: boolean
}

/** Goes on from a plan of other facts where it is allowed, and searches afresh; the first on equal worth. */
function* plannedAgain(
  { problem, model }: World,
  { laydown: start, isAllowed }: CarriedOver,
  settings: SearchSettings,
): Steps<Planned> {
  const further = isAllowed
    ? yield* partOf(searchFrom(model, start.count, settings), { from: 0, to: 0.4 })
    : null
  const grown = further && further.value.objective > start.objective ? further.value : start
  if (further?.wasStopped) return { laydown: grown, bound: null, wasStopped: true }
  const from = further ? 0.4 : 0
  const afresh = yield* partOf(searchWhole(problem, settings), { from, to: 1 })
  const whole = completed(model, afresh.value.laydown)
  const laydown = further && grown.objective >= whole.objective ? grown : whole
  const bound = afresh.value.bound
  const points = laydown.objective / UNITS_PER_POINT
  return {
    laydown,
    bound: bound === null ? null : Math.max(bound, points),
    wasStopped: afresh.wasStopped,
  }
}

function crossing(own: number, { laydown, lostCount, isAllowed }: CarriedOver): Crossing {
  return {
    ownPoints: own / UNITS_PER_POINT,
    otherPoints: isAllowed ? laydown.objective / UNITS_PER_POINT : null,
    regretPoints: isAllowed ? (own - laydown.objective) / UNITS_PER_POINT : null,
    lostCount,
  }
}

function postingsIn({ problem, model }: World, count: Int32Array): Posted[] {
  return postingsOf(problem, postedIn(model, count))
}

function changesBetween(before: readonly Posted[], after: readonly Posted[]) {
  const keyOf = ({ placeId, typeId }: Posted) => JSON.stringify([placeId, typeId])
  const changes = new Map<string, PostingChange>()
  for (const posted of before) {
    const { count: withCount, ...names } = posted
    changes.set(keyOf(posted), { ...names, withCount, withoutCount: 0 })
  }
  for (const posted of after) {
    const { count: withoutCount, ...names } = posted
    const withCount = changes.get(keyOf(posted))?.withCount ?? 0
    changes.set(keyOf(posted), { ...names, withCount, withoutCount })
  }
  const all = [...changes.values()]
  const sum = (count: (change: PostingChange) => number) =>
    all.reduce((total, change) => total + count(change), 0)
  return {
    stay: all.filter(({ withCount, withoutCount }) => withCount > 0 && withoutCount > 0),
    go: all.filter(({ withoutCount }) => withoutCount === 0),
    come: all.filter(({ withCount }) => withCount === 0),
    stayCount: sum(({ withCount, withoutCount }) => Math.min(withCount, withoutCount)),
    goCount: sum(({ withCount, withoutCount }) => Math.max(0, withCount - withoutCount)),
    comeCount: sum(({ withCount, withoutCount }) => Math.max(0, withoutCount - withCount)),
  }
}
