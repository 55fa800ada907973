import type { PlanFacts } from '#jobs/plan-facts.ts'
import type { PlanInterim, SearchRequest } from '#jobs/search-plan.ts'
import type { ResultsStore } from '../results-store.ts'
import { type Proving, withBound } from './proving.ts'

/** Adds a moment to the chart for each report of the search; what is still open then is proven beside it. */
export function watcher(
  { results, nowMs }: { readonly results: ResultsStore; readonly nowMs: () => number },
  isCurrent: () => boolean,
  started: {
    readonly wish: SearchRequest
    readonly facts: PlanFacts
    readonly proving: Proving
    readonly stop: AbortSignal
  },
): (interim: PlanInterim) => void {
  const startedMs = nowMs()
  const { wish, facts, proving, stop } = started
  return ({ laydown, ...standing }) => {
    if (!isCurrent()) return
    const isOpen = standing.searchMoves > 0 && standing.gapShare !== 0
    if (isOpen && !stop.aborted) proving.start(facts, startedMs)
    const { plan, planMoments, planIncumbent, planProof } = results.getState()
    const elapsedSeconds = (nowMs() - startedMs) / 1000
    results.setState({
      plan: { ...plan, progressShare: standing.searchMoves / wish.maxMoves },
      planMoments: [...planMoments, withBound({ ...standing, elapsedSeconds }, planProof.bound)],
      planIncumbent: laydown ?? planIncumbent,
    })
  }
}
