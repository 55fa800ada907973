import type { SearchSettings } from '../../index.ts'
import type { PlanProblem } from '../../problem.ts'
import { partOf, type Steps } from '../../steps.ts'
import { everywhereAllowed, type StratumCover, strataCover } from '../../strata-cover.ts'
import { type Changes, changesBetween } from '../changes.ts'
import type { Grant } from '../grants.ts'
import { solvedAgain } from '../solve-again.ts'
import type { Ladder, Relaxation } from './ladder.ts'
import { COUNTED_TIMES, priorityLadder, withPriority } from './relaxations.ts'
import { remedySentence } from './unserved-sentences.ts'

/** Something that would serve a stratum: found by searching again from the plan. */
export type Remedy = Changes & {
  readonly kind: Relaxation['kind']
  readonly name: string
  /** What to set for it; null: it is no setting. */
  readonly grant: Grant | null
  readonly coveredShare: number
  /** Names of types that stay under the floor even so. */
  readonly stillShort: readonly string[]
  /** Only if the plan is told to use it there: by itself it would use it where more is covered. */
  readonly isDirected: boolean
  /** Points of cover that strata lose that lose by it, this one aside. */
  readonly othersLosePoints: number
  /** By the standards as they are; less than `coveredShare` where a longer one is the remedy. */
  readonly byTodaysStandardShare: number
  /** Those that lose, most first. */
  readonly losers: readonly { readonly name: string; readonly lostShare: number }[]
  readonly sentence: string
}

/** What is asked of a remedy where there is no floor to meet, in shares of demand. */
const CLEAR_RISE = 0.05
/** As much as counts as everything. */
export const NEARLY_ALL = 0.995
/** In all; taking from others is one of them. */
const REMEDIES_EACH = 3
/** Of what others lose by taking from them alone, no more than this with a remedy. */
const WORTH_SHARE = 0.5
/** Points under this are no loss. */
const NO_LOSS_POINTS = 0.05

/** What remedies of a plan are searched from; one for all strata. */
export type Bench = {
  readonly problem: PlanProblem
  readonly settings: SearchSettings
  readonly count: Int32Array
  readonly before: readonly StratumCover[]
  /** Searches that speak for every stratum, by name. */
  readonly undirected: Map<string, Int32Array>
}

/** What was found for one stratum. */
export type Remedies = {
  /** Cheapest first, those before others by which nobody loses; what moves the yardstick alone comes last. */
  readonly remedies: readonly Remedy[]
  /** What was searched and did not serve it. */
  readonly tried: readonly string[]
  /** What no search was needed for: not even a unit at every allowed place would do. */
  readonly outOfReach: readonly string[]
}

/** Climbs the ladders, taking from others first, until three things serve the stratum. */
export function* remediesFor(
  bench: Bench,
  cover: StratumCover,
  ladders: readonly Ladder[],
): Steps<Remedies> {
  const tried: string[] = []
  const outOfReach: string[] = []
  const remedies: { readonly remedy: Remedy; readonly at: number }[] = []
  const all = [priorityLadder(bench.problem, cover.stratum), ...ladders]
  const hopeless = new Set<string>()
  let taken: Taken | null = null
  for (const [at, ladder] of ladders.length > 0 ? all.entries() : []) {
    if (remedies.length >= REMEDIES_EACH) break
    const reaching = ladder.steps.filter((step) =>
      isWithinReach(bench.problem, step.problem, cover),
    )
    if (reaching.length === 0) {
      outOfReach.push(ladder.tried)
      continue
    }
    const { onlyIf } = ladder
    const steps = { steps: reaching, onlyIf: onlyIf && !hopeless.has(onlyIf.name) ? onlyIf : null }
    if (onlyIf && hopeless.has(onlyIf.name)) continue
    const search: Steps<Remedy | null | 'hopeless'> = smallestServing(bench, cover, {
      ...steps,
      taken,
    })
    const found = yield* partOf(search, {
      from: at / all.length,
      to: (at + 1) / all.length,
    })
    if (found.wasStopped) break
    const remedy = found.value
    if (remedy === 'hopeless') hopeless.add(onlyIf!.name)
    if (remedy === 'hopeless' || remedy === null) {
      tried.push(remedy === null ? ladder.tried : onlyIf!.name)
      continue
    }
    if (ladder.kind === 'priority') taken = { remedy, times: timesOf(ladder, remedy) }
    remedies.push({ remedy, at: ladder.kind === 'priority' ? all.length : at })
  }
  const loses = ({ othersLosePoints }: Remedy) => Number(othersLosePoints >= NO_LOSS_POINTS)
  const isYardstick = ({ kind }: Remedy) => Number(kind === 'standard')
  remedies.sort(
    (a, b) =>
      isYardstick(a.remedy) - isYardstick(b.remedy) ||
      loses(a.remedy) - loses(b.remedy) ||
      a.at - b.at,
  )
  return { remedies: remedies.map(({ remedy }) => remedy), tried, outOfReach }
}

function timesOf({ steps }: Ladder, remedy: Remedy): number {
  return steps.find(({ name }) => name === remedy.name)?.times ?? COUNTED_TIMES.at(-1)!
}

type Asked = {
  readonly steps: readonly Relaxation[]
  /** Something larger to try first: where that does not serve, this is not tried. */
  readonly onlyIf: Relaxation | null
  /** What could be had without any of it, at the cost of others. */
  readonly taken: Taken | null
}

/** A remedy at the cost of others alone, and how often need has to count for it. */
type Taken = { readonly remedy: Remedy; readonly times: number }

/** Tries the largest step first; where it serves, those from the smallest on. */
function* smallestServing(
  bench: Bench,
  cover: StratumCover,
  { steps, onlyIf, taken }: Asked,
): Steps<Remedy | null | 'hopeless'> {
  const part = (at: number) => ({
    from: at / (steps.length + 2),
    to: (at + 1) / (steps.length + 2),
  })
  if (onlyIf) {
    const whole = yield* partOf(remedyOf(bench, cover, { step: onlyIf, taken }), part(0))
    if (whole.value === null) return 'hopeless'
    if (whole.wasStopped) return null
  }
  const last = { step: steps.at(-1)!, taken }
  const largest = yield* partOf(remedyOf(bench, cover, last), part(1))
  if (largest.value === null || largest.wasStopped) return largest.value
  for (const [at, step] of steps.slice(0, -1).entries()) {
    const found = yield* partOf(remedyOf(bench, cover, { step, taken }), part(at + 2))
    if (found.wasStopped) break
    if (found.value) return found.value
  }
  return largest.value
}

/**
 * What one relaxation does for a stratum, left to the plan or told to serve it; null: too little.
 * It is told to first, with as much weight as it takes: most relaxations fail there, and what fails
 * with weight is not tried without.
 */
function* remedyOf(
  bench: Bench,
  cover: StratumCover,
  { step, taken }: { readonly step: Relaxation; readonly taken: Taken | null },
): Steps<Remedy | null> {
  const part = (at: number) => ({ from: at / 3, to: (at + 1) / 3 })
  const remedyFrom = (judged: PlanProblem, count: Int32Array, isDirected: boolean) =>
    remedyWith(bench, cover, { step, judged, count, isDirected })
  if (step.kind === 'priority') {
    const count = yield* countAgain(step.problem, bench)
    return remedyFrom(bench.problem, count, false)
  }
  const granted = step.problem
  const told = (times: number) => withPriority(granted, cover.stratum, times)
  const most = taken?.times ?? COUNTED_TIMES.at(-1)!
  const heavy = yield* partOf(countAgain(told(most), bench), part(0))
  const forced = remedyFrom(granted, heavy.value, true)
  if (forced === null) return null
  const free = yield* partOf(freeCount(bench, step), part(1))
  const own = remedyFrom(granted, free.value, false)
  if (own) return own
  const isWorth = ({ othersLosePoints }: Remedy) =>
    !taken || othersLosePoints <= WORTH_SHARE * taken.remedy.othersLosePoints
  for (const times of COUNTED_TIMES.filter((less) => less < most)) {
    const light = yield* partOf(countAgain(told(times), bench), part(2))
    const nudged = remedyFrom(granted, light.value, true)
    if (nudged && isWorth(nudged)) return nudged
    if (light.wasStopped) break
  }
  return isWorth(forced) ? forced : null
}

/** Left to the plan, which is the same for every stratum. */
function* freeCount(bench: Bench, step: Relaxation): Steps<Int32Array> {
  const known = bench.undirected.get(step.name)
  if (known) return known
  const found = yield* partOf(countAgain(step.problem, bench), { from: 0, to: 1 })
  if (!found.wasStopped) bench.undirected.set(step.name, found.value)
  return found.value
}

function* countAgain(problem: PlanProblem, { count, settings }: Bench): Steps<Int32Array> {
  const laydown = yield* solvedAgain(problem, count, settings)
  return laydown.count.slice()
}

type Tried = {
  readonly step: Relaxation
  /** The problem whose standards tell who is served. */
  readonly judged: PlanProblem
  readonly count: Int32Array
  readonly isDirected: boolean
}

function remedyWith(
  { problem, count: plan, before }: Bench,
  cover: StratumCover,
  { step, judged, count, isDirected }: Tried,
): Remedy | null {
  const after = strataCover(judged, count)
  const here = after.find(({ stratum }) => stratum === cover.stratum)!
  if (!isServed(problem, cover, here)) return null
  const losses = before
    .map((was, at) => ({
      name: was.name,
      stratum: was.stratum,
      lostShare: was.coveredShare - after[at]!.coveredShare,
      lostPoints: was.coveredPoints - after[at]!.coveredPoints,
    }))
    .filter(({ stratum, lostPoints }) => stratum !== cover.stratum && lostPoints > 1e-9)
    .sort((a, b) => b.lostPoints - a.lostPoints)
  const facts = {
    kind: step.kind,
    name: step.name,
    grant: step.grant ?? null,
    coveredShare: here.coveredShare,
    byTodaysStandardShare:
      step.kind === 'standard'
        ? strataCover(problem, count).find(({ stratum }) => stratum === cover.stratum)!.coveredShare
        : here.coveredShare,
    stillShort: here.shortTypes.map((type) => problem.types[type]!.name),
    isDirected,
    othersLosePoints: losses.reduce((sum, { lostPoints }) => sum + lostPoints, 0),
    losers: losses.map(({ name, lostShare }) => ({ name, lostShare })),
    ...changesBetween(problem, plan, count),
  }
  return { ...facts, sentence: remedySentence(facts) }
}

type Served = Pick<StratumCover, 'coveredShare' | 'shortTypes'>

/**
 * Whether a type more comes to its floor and none falls under it. Where no type is short that there
 * is any unit of, it is enough that cover rises clearly.
 */
export function isServed({ types }: PlanProblem, before: Served, after: Served): boolean {
  if (after.shortTypes.some((type) => !before.shortTypes.includes(type))) return false
  if (after.shortTypes.length < before.shortTypes.length) return true
  if (before.shortTypes.some((type) => types[type]!.supplyCount > 0)) return false
  return after.coveredShare >= Math.min(NEARLY_ALL, before.coveredShare + CLEAR_RISE)
}

/** Whether a unit of every type at every allowed place would serve it; if not, no plan does. */
function isWithinReach(own: PlanProblem, granted: PlanProblem, cover: StratumCover): boolean {
  const most = strataCover(granted, everywhereAllowed(granted))
  return isServed(own, cover, most.find(({ stratum }) => stratum === cover.stratum)!)
}
