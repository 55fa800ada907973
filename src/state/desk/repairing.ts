import type { Future, StressMeasureId } from '#analysis/compare/stress/stress.ts'
import type { RepairedPlan } from '#jobs/repair-plan.ts'
import type { RunJob } from '#jobs/run-job.ts'
import type { SearchRequest } from '#jobs/search-plan.ts'
import { IDLE, type ResultsStore, type Work } from '../results-store.ts'
import { createOneRun } from './asked.ts'
import type { Facts } from './document-inputs.ts'
import type { Situations } from './situations.ts'
import { repairInputOf } from './stress-inputs.ts'

/** A course to be repaired after a future has come, with so many moves at most. */
export type RepairWish = {
  readonly scenarioId: string
  readonly future: Future
  readonly measureId: StressMeasureId
  readonly mostMoves: number
  readonly request: SearchRequest
}

/** Repairs of courses: one at a time, each kept until the courses are tried anew. */
export type Repairing = {
  request(wish: RepairWish, facts: Facts): void
  /** Ends the search with what it has. */
  stop(): void
  discard(): void
}

/** Moves that a repair may make unless somebody says otherwise. */
export const USUAL_REPAIR_MOVES = 3

/** A search on from what is left is short: few moves leave it little to try. */
export const REPAIR_SEARCH: SearchRequest = {
  objectiveName: 'need-covered',
  seed: 7,
  maxMoves: 100_000,
}

/** The slot of a repair in the results. */
export function repairKey(scenarioId: string, futureId: string): string {
  return JSON.stringify([scenarioId, futureId])
}

export function createRepairing(options: {
  readonly results: ResultsStore
  readonly runJob: RunJob
  readonly situations: Situations
}): Repairing {
  const { results, runJob, situations } = options
  const runs = createOneRun()
  const put = (key: string, work: Work<RepairedPlan>) =>
    results.setState({ repairs: { ...results.getState().repairs, [key]: work } })
  return {
    request(wish, facts) {
      runs.end()
      const { scenarioId, ...asked } = wish
      const key = repairKey(scenarioId, wish.future.id)
      const before = results.getState().repairs[key] ?? IDLE
      const picture = situations.picture(scenarioId)
      if (!picture) {
        const error =
          situations.error(scenarioId) ?? 'Its situation is being worked out. Try again.'
        put(key, { ...before, status: 'failed', error })
        return
      }
      runs.start<RepairedPlan>({
        subject: 'The repair',
        run: async (controls) =>
          runJob('repairPlan', repairInputOf(facts, { scenarioId, ...picture }, asked), controls),
        say: (part) => put(key, { ...IDLE, value: before.value, ...part }),
        calledOff: () => put(key, { ...before, status: before.value ? 'ready' : 'idle' }),
      })
    },
    stop: runs.stop,
    discard() {
      runs.end()
      results.setState({ repairs: {} })
    },
  }
}
