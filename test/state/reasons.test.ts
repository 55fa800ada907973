import { afterEach, describe, expect, it } from 'vitest'
import { editOperation } from '#core/commands/operation/edit-operation.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import { createDesk, type Desk } from '#state/desk.ts'
import { createDocumentStore, runCommand } from '#state/document-store.ts'
import { createResultsStore, NO_REASONS, type ResultsState } from '#state/results-store.ts'
import { createScreenStore } from '#state/screen-store.ts'
import { smallTheatre } from './small-theatre.ts'

const WISH = { scenarioId: 'coa-1', objectiveName: 'need-covered', seed: 7, maxMoves: 2_000 }

const desks: Desk[] = []
afterEach(() => {
  for (const desk of desks.splice(0)) desk.dispose()
})

/** A desk with a plan on it, and the names of jobs in the order in which they were begun. */
async function standPlanned() {
  const documents = createDocumentStore(smallTheatre())
  const results = createResultsStore()
  const begun: string[] = []
  const desk = createDesk({
    documentStore: documents,
    screenStore: createScreenStore({ scenarioId: 'coa-1' }),
    resultsStore: results,
    runJob: (name, input, options) => {
      begun.push(name)
      return runJobInline(name, input, options)
    },
    nowMs: () => performance.now(),
    debounceMilliseconds: 1,
  })
  desks.push(desk)
  const until = (isThere: (state: ResultsState) => boolean) =>
    new Promise<ResultsState>((done, fail) => {
      const timer = setTimeout(() => fail(new Error('waited in vain')), 15_000)
      const look = (state: ResultsState) => {
        if (!isThere(state)) return
        clearTimeout(timer)
        stop()
        done(state)
      }
      const stop = results.subscribe(look)
      look(results.getState())
    })
  desk.requestPlan(WISH)
  const { plan } = await until((state) => state.plan.status === 'ready')
  begun.length = 0
  const reasons = () => results.getState().reasons
  return { documents, results, reasons, desk, until, begun, plan: plan.value! }
}

describe('asking why of the plan of the desk', () => {
  it('searches for the one county that was asked about, and for no other', async () => {
    const { reasons, desk, until, begun, plan } = await standPlanned()
    const { stratum, name } = plan.unmet.find(({ cause }) => cause !== 'met')!
    expect(reasons()).toBe(NO_REASONS)
    desk.askWhy({ kind: 'servedBy', stratum })
    desk.askWhy({ kind: 'unserved', stratum })
    await until((state) => state.reasons.unserved[stratum]?.status === 'ready')
    const { value, planHashes } = reasons().unserved[stratum]!
    expect([value!.name, planHashes]).toEqual([name, [plan.planHash]])
    expect(Object.keys(reasons().unserved)).toEqual([String(stratum)])
    const counted = reasons().servedBy[stratum]!.value!
    const covered = counted.reduce((sum, { countedShare }) => sum + countedShare, 0)
    expect(covered).toBeCloseTo(plan.unmet.find((one) => one.stratum === stratum)!.coveredShare, 9)
    expect(begun).toEqual(['planServedBy', 'planUnserved'])
  })

  it('answers questions one after the other, and takes one that waits back', async () => {
    const { reasons, desk, until, begun } = await standPlanned()
    desk.askWhy({ kind: 'limitGains' })
    desk.askWhy({ kind: 'conflict' })
    desk.askWhy({ kind: 'decisionPrices' })
    desk.askWhy({ kind: 'conflict' })
    expect([reasons().limitGains, reasons().conflict].map(({ status }) => status)).toEqual([
      'running',
      'running',
    ])
    expect(reasons().limitGains.progressShare).toBeGreaterThan(0)
    expect(reasons().conflict.progressShare).toBe(0)
    desk.stopWhy({ kind: 'conflict' })
    expect(reasons().conflict.status).toBe('idle')
    desk.askWhy({ kind: 'conflict' })
    await until((state) => state.reasons.conflict.status === 'ready')
    expect(begun).toEqual(['planLimitGains', 'planDecisionPrices', 'planConflict'])
    expect(reasons().decisionPrices.status).toBe('ready')
  })

  it('ends a search with what it has when it is stopped', async () => {
    const { reasons, desk, until } = await standPlanned()
    desk.askWhy({ kind: 'limitGains' })
    desk.stopWhy({ kind: 'limitGains' })
    await until((state) => state.reasons.limitGains.status === 'ready')
    expect(reasons().limitGains.value!.wasStopped).toBe(true)
  })

  it('calls all off when facts change, keeps what was answered, and forgets it with the plan', async () => {
    const { documents, reasons, desk, until } = await standPlanned()
    desk.askWhy({ kind: 'conflict' })
    await until((state) => state.reasons.conflict.status === 'ready')
    desk.askWhy({ kind: 'limitGains' })
    desk.askWhy({ kind: 'decisionPrices' })
    runCommand(documents, editOperation, { fields: { maxMoveCount: 1 } })
    await until((state) => state.isPlanStale && state.reasons.limitGains.status === 'idle')
    expect(reasons().decisionPrices.status).toBe('idle')
    expect(reasons().conflict.status).toBe('ready')
    desk.discardPlan()
    expect(reasons()).toBe(NO_REASONS)
  })
})
