import { createRandom, type Random } from '#core/random.ts'
import { type Draft, draftOf, emptyDraft, improve, insertAll, planOf } from './draft.ts'
import { type RoutePlan, type RouteProblem, stopsOf } from './route-problem.ts'

export type RouteSearch = {
  readonly seed: number
  /** How often routes are broken open and mended again, in all. */
  readonly moves: number
  /** How many proposals are wanted, the best one included. */
  readonly proposalCount: number
}

/** Proposals gather at least this share of what the best one does. */
export const NEAR_BEST_SHARE = 0.9
/** Where a stop was in a proposal already, the search for others values it at so much. */
const KNOWN_STOP_SHARE = 0.45
const POOL_SIZE = 600

/**
 * The best routes that a search finds, and others nearly as good that share least stops with them:
 * all gather at least `NEAR_BEST_SHARE` of the best. Fewer than asked for where there are no others.
 * The first is the best. Ends by moves, so equal input gives equal routes; 1,000 moves over 100 places
 * and two teams take some 0.7 s.
 *
 * @source P. Vansteenwegen, W. Souffriau, D. Van Oudheusden, "The orienteering problem: a survey",
 *   EJOR 209 (2011): iterated local search.
 */
export function searchRoutes(
  problem: RouteProblem,
  { seed, moves, proposalCount }: RouteSearch,
): readonly RoutePlan[] {
  const random = createRandom(seed)
  const pool = createPool()
  const movesOf = (pass: number) => Math.ceil(moves / (pass === 0 ? 2 : 2 * (proposalCount - 1)))
  for (let pass = 0; pass < proposalCount; pass++) {
    const known = pass === 0 ? [] : diverse(pool.plans(), pass)
    searchOnce(problem, guideOf(problem, known), { random, moves: movesOf(pass), pool })
  }
  return diverse(pool.plans(), proposalCount)
}

/** The share of the stops of two plans that both have: 1 where they are the same. */
export function overlapShare(a: RoutePlan, b: RoutePlan): number {
  const [inA, inB] = [new Set(a.routes.flat()), new Set(b.routes.flat())]
  const shared = [...inA].filter((stop) => inB.has(stop)).length
  const all = inA.size + inB.size - shared
  return all === 0 ? 1 : shared / all
}

/** The best plan, then again and again the one near it that shares least with those taken. */
function diverse(plans: readonly RoutePlan[], count: number): readonly RoutePlan[] {
  const [best] = plans
  if (!best) return []
  const taken = [best]
  const others = plans.filter(({ worth }) => worth >= NEAR_BEST_SHARE * best.worth)
  const overlap = others.map((plan) => overlapShare(plan, best))
  while (taken.length < count) {
    let least = -1
    overlap.forEach((share, i) => {
      if (share < 1 && (least < 0 || share < overlap[least]!)) least = i
    })
    if (least < 0) break
    const next = others[least]!
    taken.push(next)
    others.forEach((plan, i) => {
      overlap[i] = Math.max(overlap[i]!, overlapShare(plan, next))
    })
  }
  return taken
}

function guideOf({ worth }: RouteProblem, known: readonly RoutePlan[]): Float64Array {
  const guide = worth.slice()
  for (const plan of known) for (const stop of stopsOf(plan)) guide[stop]! *= KNOWN_STOP_SHARE
  return guide
}

type Pool = {
  readonly add: (plan: RoutePlan) => void
  /** Those near the best, the best first; of equals the one found first. */
  readonly plans: () => readonly RoutePlan[]
}

function createPool(): Pool {
  let found = new Map<string, RoutePlan>()
  let mostWorth = 0
  const near = () => {
    const sorted = [...found].sort(([, a], [, b]) => b.worth - a.worth)
    return sorted.filter(([, { worth }]) => worth >= NEAR_BEST_SHARE * mostWorth)
  }
  return {
    add: (plan) => {
      if (plan.worth < NEAR_BEST_SHARE * mostWorth) return
      mostWorth = Math.max(mostWorth, plan.worth)
      const key = stopsOf(plan).join()
      if (!found.has(key)) found.set(key, plan)
      if (found.size > 2 * POOL_SIZE) found = new Map(near().slice(0, POOL_SIZE))
    },
    plans: () => near().map(([, plan]) => plan),
  }
}

/** After so many moves without a better one the search goes back to its best, and after more begins anew. */
const BACK_AFTER_MOVES = 40
const ANEW_AFTER_MOVES = 200

function searchOnce(
  problem: RouteProblem,
  guide: Float64Array,
  { random, moves, pool }: { readonly random: Random; readonly moves: number; readonly pool: Pool },
): void {
  const guidedWorth = ({ routes }: Draft) =>
    routes.flat().reduce((sum, stop) => sum + guide[stop]!, 0)
  let here = emptyDraft(problem)
  improve(problem, here, guide)
  pool.add(planOf(problem, here))
  let best = here
  let stale = 0
  for (let move = 0; move < moves; move++) {
    const isAnew = stale >= ANEW_AFTER_MOVES
    if (isAnew) stale = 0
    const next = isAnew ? emptyDraft(problem) : draftOf(problem, here)
    breakOpen(next, random)
    insertAll(problem, next, noisy(guide, random))
    improve(problem, next, guide)
    pool.add(planOf(problem, next))
    const isBetter = guidedWorth(next) > guidedWorth(best) + 1e-9
    stale = isBetter ? 0 : stale + 1
    if (isBetter) best = next
    if (isBetter || isAnew || guidedWorth(next) >= guidedWorth(here)) here = next
    else if (stale % BACK_AFTER_MOVES === 0) here = best
  }
}

/** Takes a stretch of stops out of every route. */
function breakOpen({ routes, isVisited }: Draft, random: Random): void {
  for (const route of routes) {
    if (route.length === 0) continue
    const count = 1 + random.below(Math.max(1, Math.ceil(route.length / 2)))
    const from = random.below(route.length)
    for (const stop of route.splice(from, count)) isVisited[stop] = 0
  }
}

/** Worth as it might be taken at a glance, so that mending goes other ways. */
function noisy(guide: Float64Array, random: Random): Float64Array {
  return guide.map((worth) => worth * (0.7 + 0.6 * random.next()))
}
