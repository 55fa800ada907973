import type { Proof } from '#jobs/certify/certify.ts'
import type { PlanFacts } from '#jobs/plan-facts.ts'
import type { RunJob } from '#jobs/run-job.ts'
import { gapShareOf } from '#planner/engines/engine.ts'
import { planWithBound } from '#planner/plan.ts'
import { NO_PROOF, type PlanMoment, type PlanProof, type ResultsStore } from '../results-store.ts'

/** The proof beside a search: it has a worker of its own, which is ended without asking. */
export type Proving = {
  /** Begins to prove, unless it has begun. */
  start(facts: PlanFacts, startedMs: number): void
  /** Ends it at once; what is proven stays proven. */
  stop(): void
  /** Ends it, and forgets. */
  discard(): void
}

type Options = {
  readonly results: ResultsStore
  readonly runJob: RunJob
  readonly nowMs: () => number
  /** It ends after so long; 0: nothing is proven beside the search. */
  readonly proofSeconds: number
}

/** Proves beside one search at a time and keeps the tightest bound in plan and chart. */
export function createProving({ results, runJob, nowMs, proofSeconds }: Options): Proving {
  let running: AbortController | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const set = (news: Partial<PlanProof>) =>
    results.setState({ planProof: { ...results.getState().planProof, ...news } })
  const end = (status: PlanProof['status']) => {
    clearTimeout(timer)
    running?.abort()
    if (running) set({ status })
    running = null
  }
  const take = ({ bound, metObjective }: Proof, startedMs: number) => {
    set({ bound, metObjective })
    const { plan, planMoments } = results.getState()
    const last = planMoments.at(-1)
    if (!last || bound === null) return
    const moment = withBound({ ...last, elapsedSeconds: (nowMs() - startedMs) / 1000 }, bound)
    results.setState({
      planMoments: [...planMoments, moment],
      ...(plan.status === 'ready' && plan.value
        ? { plan: { ...plan, value: planWithBound(plan.value, bound) } }
        : {}),
    })
  }
  return {
    start(facts, startedMs) {
      if (proofSeconds === 0 || results.getState().planProof.status !== 'idle') return
      const mine = new AbortController()
      running = mine
      set({ status: 'running' })
      timer = setTimeout(() => end('stopped'), proofSeconds * 1000)
      const onInterim = (proof: Proof) => {
        if (running === mine) take(proof, startedMs)
      }
      runJob('certify', facts, { signal: mine.signal, onInterim }).then(
        (found) => {
          if (running !== mine) return
          if (found.ok) take(found.value, startedMs)
          end('ended')
        },
        () => {
          if (running === mine) end('failed')
        },
      )
    },
    stop: () => end('stopped'),
    discard() {
      end('stopped')
      results.setState({ planProof: NO_PROOF })
    },
  }
}

/** A moment under the tighter of its own bound and another. */
export function withBound(moment: PlanMoment, bound: number | null): PlanMoment {
  const tightest = Math.min(moment.bound ?? Infinity, bound ?? Infinity)
  if (tightest === Infinity) return moment
  const closed = Math.max(tightest, moment.objective)
  return { ...moment, bound: closed, gapShare: gapShareOf(moment.objective, closed) }
}
