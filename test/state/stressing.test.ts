import { afterEach, describe, expect, it } from 'vitest'
import { USUAL_STRESS } from '#analysis/compare/stress/stress.ts'
import { editOperation } from '#core/commands/operation/edit-operation.ts'
import { editScenario } from '#core/commands/scenarios/edit-scenario.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import { REPAIR_SEARCH, repairKey } from '#state/desk/repairing.ts'
import { createDesk, type Desk } from '#state/desk.ts'
import { createDocumentStore, runCommand } from '#state/document-store.ts'
import { createResultsStore, type ResultsState } from '#state/results-store.ts'
import { createScreenStore } from '#state/screen-store.ts'
import { aCriterion } from '#support/build.ts'
import { smallTheatre } from './small-theatre.ts'

const desks: Desk[] = []
afterEach(() => {
  for (const desk of desks.splice(0)) desk.dispose()
})

/** @param held ends when a run of stress may answer. */
function standStress(held: Promise<void> = Promise.resolve()) {
  const documents = createDocumentStore(smallTheatre())
  const results = createResultsStore()
  const desk = createDesk({
    documentStore: documents,
    screenStore: createScreenStore({ scenarioId: 'coa-1', place: 'compare' }),
    resultsStore: results,
    runJob: (name, input, options) => {
      const run = () => runJobInline(name, input, options)
      return name === 'stress' ? held.then(run) : run()
    },
    nowMs: () => performance.now(),
    debounceMilliseconds: 1,
  })
  desks.push(desk)
  const until = (isThere: (state: ResultsState) => boolean) =>
    new Promise<ResultsState>((done) => {
      const check = (state: ResultsState) => {
        if (!isThere(state)) return
        stop()
        done(state)
      }
      const stop = results.subscribe(check)
      check(results.getState())
    })
  return { documents, results, desk, until }
}

const settled = () => new Promise((done) => setTimeout(done, 120))

describe('courses under stress, asked of the desk', () => {
  it('come once the situations are there, go stale with the facts, and can be repaired', async () => {
    const { documents, results, desk, until } = standStress()
    desk.requestStress({ ...USUAL_STRESS, drawCount: 5 })
    expect(results.getState().stress.status).toBe('running')
    const { stress, isStressStale } = await until((state) => state.stress.status === 'ready')
    expect(isStressStale).toBe(false)
    const answer = stress.value!
    expect(answer.scenarioIds).toContain('coa-1')
    expect(answer.scenarioIds).toHaveLength(2)
    expect(answer.drawCount).toBe(5)
    expect(answer.values[0]).toEqual(answer.values[1])

    const future = answer.futures.find(({ kind }) => kind === 'surge')!
    const request = { ...REPAIR_SEARCH, maxMoves: 200 }
    desk.requestRepair({ scenarioId: 'coa-1', future, measureId: 'needMet', mostMoves: 8, request })
    const key = repairKey('coa-1', future.id)
    const { repairs } = await until((state) => state.repairs[key]?.status === 'ready')
    expect(repairs[key]!.value!.scenarioId).toBe('coa-1')

    runCommand(documents, editOperation, { fields: { responseStandardMinutes: 45 } } as never)
    const stale = await until((state) => state.isStressStale)
    expect(stale.stress.value).toBe(answer)
    desk.requestStress({ ...USUAL_STRESS, drawCount: 0 })
    expect(results.getState().repairs).toEqual({})
    const again = await until((state) => state.stress.status === 'ready' && !state.isStressStale)
    expect(again.stress.value!.drawCount).toBe(0)
    runCommand(documents, editScenario, { id: 'coa-1', fields: { isArchived: true } })
    await until((state) => state.isStressStale)
  })

  it('are stale at once when facts changed while they were tried', async () => {
    let release = () => {}
    const { documents, desk, until } = standStress(
      new Promise((done) => {
        release = done
      }),
    )
    await until(({ courseRanges }) => courseRanges.status === 'ready')
    desk.requestStress({ ...USUAL_STRESS, drawCount: 0 })
    await settled()
    runCommand(documents, editOperation, { fields: { responseStandardMinutes: 45 } } as never)
    await until(({ courses }) => courses.status === 'running')
    await until(({ courseRanges }) => courseRanges.status === 'ready')
    await settled()
    release()
    await until((state) => state.stress.status === 'ready' && state.isStressStale)
  })

  it('stay current when a weight changes, and go stale with what is good enough', async () => {
    const { documents, results, desk, until } = standStress()
    desk.requestStress({ ...USUAL_STRESS, drawCount: 0 })
    await until((state) => state.stress.status === 'ready')
    const set = (parts: Parameters<typeof aCriterion>[0]) => {
      const after = aCriterion(parts)
      const rows = [{ table: 'criteria', id: after.id, before: null, after } as const]
      documents.getState().commit({ note: 'Set', rows })
    }
    set({ id: 'criterion-cost', measureId: 'cost', weight: 33 })
    await settled()
    expect(results.getState().isStressStale).toBe(false)
    set({ id: 'criterion-needMet', measureId: 'needMet', benchmark: 0.8 })
    await until((state) => state.isStressStale)
  })

  it('stay current when a COA is called otherwise, in its new name', async () => {
    const { documents, results, desk, until } = standStress()
    desk.requestStress({ ...USUAL_STRESS, drawCount: 0 })
    const before = (await until((state) => state.stress.status === 'ready')).stress.value!
    runCommand(documents, editScenario, { id: 'coa-1', fields: { name: 'Northern star' } })
    const wordsOf = (answer = results.getState().stress.value!) =>
      JSON.stringify([answer.options, answer.notes])
    await settled()
    const { stress, isStressStale } = results.getState()
    expect(isStressStale).toBe(false)
    expect(stress.value!.values).toBe(before.values)
    expect(wordsOf()).toBe(wordsOf(before).replaceAll('COA 1', 'Northern star'))
  })

  it('stops before it has begun as if it had not been asked', () => {
    const { results, desk } = standStress()
    desk.requestStress(USUAL_STRESS)
    desk.stopStress()
    expect(results.getState().stress.status).toBe('idle')
  })
})
