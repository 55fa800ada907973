import { ok, type Result } from '#core/issue.ts'
import { coverProgram, laydownOfColumns } from '#planner/certify/cover-program.ts'
import { safeBound } from '#planner/certify/safe-bound.ts'
import { createAnnealing } from '#planner/engines/annealing.ts'
import { type CoverModel, coverModelOf, UNITS_PER_POINT } from '#planner/engines/cover-model.ts'
import { greedyLaydown } from '#planner/engines/greedy.ts'
import { emptyForcedCount, isFeasible, laydownOf } from '#planner/engines/laydown.ts'
import { createPriceBound } from '#planner/engines/price-bound.ts'
import { singleCoverOf } from '#planner/engines/single-cover.ts'
import type { PlanProblem } from '#planner/problem.ts'
import { askedProblem } from '../asked-problem.ts'
import type { JobContext } from '../job.ts'
import type { PlanFacts } from '../plan-facts.ts'
import { loadSolver } from './solve-program.ts'

/** How far a proof has come, in points as plans have them. */
export type Proof = {
  /** No plan is better than this; null: nothing proven yet, or nothing for this job to prove. */
  readonly bound: number | null
  /** What works: prices on every level of cover, then branch and cut. */
  readonly engine: 'prices' | 'branching'
  /** Worth of the best laydown that branching came upon; no plan: those come from the seeded search alone. */
  readonly metObjective: number | null
}

const SLICE_MILLISECONDS = 40
const MILLISECONDS_BETWEEN_REPORTS = 250
/** For a worth to step towards; the plan's own search is another worker's. */
const AIM_MOVES = 100_000
/** Above so many entries branching is no help within minutes: the first relaxation alone takes those. */
const MOST_ENTRIES = 200_000

/**
 * Proves how much better than any plan of a scenario another one could be: first by prices on every
 * level of cover (`price-bound.ts`), then, where the program is not too large, by branch and cut. Tells
 * each tighter bound as it comes. Where one type alone is placed the search itself proves, and this
 * ends at once. Branching hears no stop: call the job off, which ends its worker.
 */
export async function certify(
  facts: PlanFacts,
  context: JobContext<Proof>,
): Promise<Result<Proof>> {
  const asked = askedProblem(facts)
  if (!asked.ok) return asked
  return ok(await certifyProblem(asked.value.problem, facts.request.seed, context))
}

/** The same for a problem as it is. */
export async function certifyProblem(
  problem: PlanProblem,
  seed: number,
  context: JobContext<Proof>,
): Promise<Proof> {
  let proof: Proof = { bound: null, engine: 'prices', metObjective: null }
  if (problem.aim !== 'cover') return proof
  const model = coverModelOf(problem)
  if (singleCoverOf(model) !== null) return proof
  const tell = (news: Partial<Proof>) => {
    proof = { ...proof, ...news }
    context.interim(proof)
  }
  const start = greedyLaydown(model)
  const servesForced = emptyForcedCount(start) === 0
  const reached = worthNear(model, start.count, seed)
  const bound = await byPrices(model, { reached, start }, { ...context, tell })
  if (bound === null || bound <= reached) return proof
  const program = coverProgram(model, { servesForced })
  if (program.values.length > MOST_ENTRIES) return proof
  const solver = await loadSolver()
  tell({ engine: 'branching' })
  let best = bound
  let met = reached
  const onBound = (value: number) => {
    const safe = safeBound(program, value)
    if (safe >= best) return
    best = safe
    tell({ bound: best / UNITS_PER_POINT })
  }
  const onSolution = (values: Float64Array) => {
    const laydown = laydownOf(model, laydownOfColumns(program, values))
    if (!isFeasible(laydown) || laydown.objective <= met) return
    met = laydown.objective
    tell({ metObjective: met / UNITS_PER_POINT })
  }
  solver.solve(program, { onBound, onSolution })
  return proof
}

/** What a short search reaches. */
function worthNear(model: CoverModel, count: Int32Array, seed: number): number {
  const search = createAnnealing(laydownOf(model, count), { seed, maxMoves: AIM_MOVES })
  while (search.moves < AIM_MOVES) search.move()
  return search.bestObjective
}

/** Tightens until it is spent; null: stopped on the way. */
async function byPrices(
  model: CoverModel,
  {
    reached,
    start,
  }: { readonly reached: number; readonly start: ReturnType<typeof greedyLaydown> },
  { tell, isStopped }: Pick<JobContext, 'isStopped'> & { tell(news: Partial<Proof>): void },
): Promise<number | null> {
  const limit = createPriceBound(model, start)
  let told = Infinity
  let toldAt = performance.now()
  const say = () => {
    toldAt = performance.now()
    if (limit.bound >= told) return
    told = limit.bound
    tell({ bound: told / UNITS_PER_POINT })
  }
  while (!limit.isSpent) {
    if (await isStopped()) return null
    const startedAt = performance.now()
    while (!limit.isSpent && performance.now() - startedAt < SLICE_MILLISECONDS) {
      limit.tighten(reached)
    }
    if (performance.now() - toldAt >= MILLISECONDS_BETWEEN_REPORTS) say()
  }
  say()
  return limit.bound
}
