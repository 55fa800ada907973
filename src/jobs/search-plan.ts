import { createSearch, type Snapshot } from '#planner/index.ts'
import { type Plan, type PlanUnits, planFrom, unitsOfLaydown } from '#planner/plan.ts'
import type { PlanProblem } from '#planner/problem.ts'
import type { JobContext } from './job.ts'

/** What a search is asked for. Equal settings and equal facts give equal plans, unless stopped. */
export type SearchRequest = {
  readonly objectiveName: string
  readonly seed: number
  readonly maxMoves: number
}

/** Where a search stands, for the chart of the gap and for the map. */
export type PlanInterim = {
  readonly searchMoves: number
  readonly objective: number
  readonly bound: number | null
  readonly gapShare: number | null
  /** The best laydown so far, every unit in place; null: that of the last report still stands. */
  readonly laydown: readonly PlanUnits[] | null
}

const SLICE_MILLISECONDS = 40
const MILLISECONDS_BETWEEN_REPORTS = 250

/**
 * Searches in slices, says where it stands up to four times a second, and explains what it found. A
 * stop between two slices ends it with what it has: the plan then says that it was stopped.
 */
export async function searchPlan(
  problem: PlanProblem,
  { objectiveName, seed, maxMoves }: SearchRequest,
  context: JobContext<PlanInterim>,
): Promise<Plan> {
  const search = createSearch(problem, { seed, maxMoves })
  let found = search.snapshot()
  let sliceMoves = 1_000
  let reportedAt = performance.now()
  let wasStopped = false
  context.interim(interimOf(problem, found, null))
  let reported = found
  while (found.phase !== 'done') {
    wasStopped = await context.isStopped()
    if (wasStopped) break
    const startedAt = performance.now()
    found = search.advance(sliceMoves)
    const now = performance.now()
    sliceMoves = nextSlice(sliceMoves, now - startedAt)
    if (now - reportedAt < MILLISECONDS_BETWEEN_REPORTS && found.phase !== 'done') continue
    reportedAt = now
    context.interim(interimOf(problem, found, reported))
    reported = found
    context.progress(found.moves / maxMoves)
  }
  return planFrom(problem, found, { objectiveName, seed, wasStopped })
}

function nextSlice(moves: number, milliseconds: number): number {
  const factor = SLICE_MILLISECONDS / Math.max(1, milliseconds)
  return Math.max(100, Math.round(moves * Math.min(2, Math.max(0.25, factor))))
}

function interimOf(
  problem: PlanProblem,
  snapshot: Snapshot,
  reported: Snapshot | null,
): PlanInterim {
  const { moves, objective, bound, gapShare } = snapshot
  const isSame = reported !== null && reported.objective === objective
  return {
    searchMoves: moves,
    objective,
    bound,
    gapShare,
    laydown: isSame ? null : unitsOfLaydown(problem, snapshot.laydown),
  }
}
