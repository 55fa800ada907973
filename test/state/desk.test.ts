import { afterEach, describe, expect, it } from 'vitest'
import { weighIndicators } from '#core/commands/indicators/weigh-indicators.ts'
import { editOperation } from '#core/commands/operation/edit-operation.ts'
import { acceptPlan } from '#core/commands/postings/accept-plan.ts'
import { addRestriction } from '#core/commands/restrictions/add-restriction.ts'
import { deleteScenario } from '#core/commands/scenarios/delete-scenario.ts'
import { baselineOf } from '#core/document.ts'
import type { RunJob } from '#jobs/run-job.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import { createDesk, type Desk } from '#state/desk.ts'
import { createDocumentStore, runCommand } from '#state/document-store.ts'
import { createResultsStore, type ResultsState } from '#state/results-store.ts'
import { createScreenStore } from '#state/screen-store.ts'
import { aBox, anOperation, aRestriction } from '#support/build.ts'
import { smallTheatre } from './small-theatre.ts'

const WISH = { scenarioId: 'coa-1', objectiveName: 'need-covered', seed: 7, maxMoves: 20_000 }

const desks: Desk[] = []
afterEach(() => {
  for (const desk of desks.splice(0)) desk.dispose()
})

/** A desk over real jobs that notes which were asked for. */
function standDesk({
  contents = smallTheatre(),
  runJob = runJobInline as RunJob,
  proofSeconds = 0,
} = {}) {
  const documents = createDocumentStore(contents)
  const screen = createScreenStore({ scenarioId: 'coa-1' })
  const results = createResultsStore()
  const asked: string[] = []
  const noted: RunJob = (name, input, options) => {
    asked.push(name)
    return runJob(name, input, options)
  }
  const desk = createDesk({
    documentStore: documents,
    screenStore: screen,
    resultsStore: results,
    runJob: noted,
    nowMs: () => performance.now(),
    proofSeconds,
    debounceMilliseconds: 1,
  })
  desks.push(desk)
  const until = (isThere: (state: ResultsState) => boolean) =>
    new Promise<ResultsState>((done, fail) => {
      const timer = setTimeout(
        () => fail(new Error(`waited in vain: ${describeState(results.getState())}`)),
        20_000,
      )
      const look = (state: ResultsState) => {
        if (!isThere(state)) return
        clearTimeout(timer)
        stop()
        done(state)
      }
      const stop = results.subscribe(look)
      look(results.getState())
    })
  const baselineId = baselineOf(contents.document)!.id
  const isMeasured = (state: ResultsState) =>
    [baselineId, 'coa-1'].every((id) => state.situations[id]?.status === 'ready')
  return { documents, screen, results, desk, asked, until, baselineId, isMeasured }
}

function describeState({ ground, situations, plan, comparison }: ResultsState): string {
  const works = { ground, plan, comparison, ...situations }
  return Object.entries(works)
    .map(([name, { status, error }]) => `${name} ${status} ${error ?? ''}`)
    .join('; ')
}

const rest = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))

describe('the desk', () => {
  it('lays the ground and measures the posture and the COA on screen, each job once', async () => {
    const { results, asked, until, baselineId, isMeasured } = standDesk()
    const { ground, situations } = await until(isMeasured)
    expect(ground.value!.communityNames).toContain('East Town')
    expect(ground.value!.peopleCount.reduce((sum, people) => sum + people, 0)).toBeCloseTo(80_000)
    const measured = situations[baselineId]!.value!
    expect(measured.responseMinutes.some((minutes) => minutes > 60)).toBe(true)
    expect(situations['coa-1']!.value!.responseMinutes).toEqual(measured.responseMinutes)
    await rest(60)
    expect([...asked].sort()).toEqual(
      [
        'ground',
        'incidents',
        'ranks',
        'situation',
        'situation',
        'travel',
        'travel',
        'visits',
      ].sort(),
    )
    expect(results.getState().comparison.status).toBe('idle')
  })

  it('answers for a restriction in hand without keeping it, and for the facts once it is let go of', async () => {
    const { documents, screen, until, isMeasured } = standDesk()
    const whole = aBox([-9.6, 6.4], 1.4)
    const draft = aRestriction({
      geometry: { type: 'area', polygon: whole },
      effect: { type: 'closed' },
    })
    const minutesOf = (state: ResultsState) => state.travel['coa-1']!.value!.responseMinutes
    const isTravelled = (state: ResultsState) => state.travel['coa-1']?.status === 'ready'
    const measured = await until(isMeasured)
    const before = minutesOf(measured)
    const situation = measured.situations['coa-1']!.value
    screen.setState({ draftRestriction: draft })
    const isReached = (minutes: number) => !Number.isNaN(minutes)
    const cutOff = await until((state) => isTravelled(state) && !minutesOf(state).some(isReached))
    expect(minutesOf(cutOff)).toHaveLength(before.length)
    expect(cutOff.situations['coa-1']!.value).toBe(situation)
    expect(documents.getState().done).toEqual([])
    screen.setState({ draftRestriction: null })
    const after = await until((state) => isTravelled(state) && minutesOf(state).some(isReached))
    expect(minutesOf(after)).toEqual(before)
  })

  it('asks the study on screen once, again under another choice, and none in another place', async () => {
    const { screen, asked, until, isMeasured } = standDesk()
    await until(isMeasured)
    screen.setState({ studyId: 'hotSpots' })
    const isReady = ({ studies }: ResultsState) => studies['hotSpots']?.status === 'ready'
    const first = (await until(isReady)).studies['hotSpots']!.value!
    expect(first.values).toHaveLength((await until(isReady)).ground.value!.grid.cells.length)
    screen.setState({ studyChoices: { hotSpots: { category: 'theft' } } })
    await until((state) => isReady(state) && state.studies['hotSpots']!.value !== first)
    screen.setState({ place: 'plan', studyChoices: {} })
    await rest(60)
    expect(asked.filter((name) => name === 'study')).toHaveLength(2)
  })

  it('weighs on the page: other weights measure nothing again and are there at once', async () => {
    const { documents, asked, until, baselineId, isMeasured } = standDesk()
    const before = (await until(isMeasured)).situations[baselineId]!.value!
    const measuring = () => asked.filter((name) => name !== 'ranks')
    const count = measuring().length
    runCommand(documents, weighIndicators, { weights: { 'violence-rate': 0 } })
    const { situations } = await until(
      (state) => state.situations[baselineId]!.value !== before && isMeasured(state),
    )
    const after = situations[baselineId]!.value!
    expect(after.need.score).not.toEqual(before.need.score)
    expect(after.need.indicatorShares).toEqual(before.need.indicatorShares)
    expect(measuring()).toHaveLength(count)
    documents.getState().undo()
    const back = await until((state) => state.situations[baselineId]!.value !== after)
    expect(back.situations[baselineId]!.value!.need.score).toEqual(before.need.score)
  })

  it('works travel out again for a closed road, and then the far side is out of reach', async () => {
    const { documents, asked, until, baselineId, isMeasured } = standDesk()
    const before = (await until(isMeasured)).situations[baselineId]!.value!
    const closed = aRestriction({
      kind: 'closedArea',
      effect: { type: 'closed' },
      geometry: { type: 'point', position: [-9.1, 6.6], radiusMetres: 3_000 },
    })
    expect(runCommand(documents, addRestriction, { row: closed })).toBeNull()
    const { situations, ground } = await until(
      (state) => isMeasured(state) && state.situations[baselineId]!.value !== before,
    )
    const after = situations[baselineId]!.value!
    const east = ground.value!.communityCell[ground.value!.communityIds.indexOf('east')]!
    expect(before.responseMinutes[east]).toBeLessThan(400)
    expect(after.responseMinutes[east]).toBeNaN()
    expect(asked.filter((name) => name === 'travel').length).toBe(4)
    expect(asked.filter((name) => name === 'ground').length).toBe(1)
  })

  it('plans, accepts, compares: the COA gains what the plan promised; undo makes it as before', async () => {
    const { documents, screen, desk, until, baselineId } = standDesk()
    desk.requestPlan(WISH)
    const planned = await until(({ plan }) => plan.status === 'ready')
    const plan = planned.plan.value!
    expect(plan.postings.length).toBeGreaterThan(0)
    expect(plan.bound!).toBeGreaterThanOrEqual(plan.objective)
    expect(plan.coveredPoints).toBeGreaterThan(plan.currentCoveredPoints)
    expect(planned.planMoments.length).toBeGreaterThan(0)
    expect(planned.planIncumbent).toBeNull()
    screen.setState({ place: 'compare', againstScenarioId: baselineId })
    const before = await until(({ comparison }) => comparison.status === 'ready')
    expect(before.comparison.value!.gainedPeopleCount).toBe(0)

    const suggestions = plan.postings.map(({ typeId, count, fromPlaceId, placeId, reason }) => ({
      typeId,
      count,
      fromPlaceId,
      placeId,
      reason,
    }))
    const ids = suggestions.map((_, i) => `posting-${i}`)
    const acceptance = { scenarioId: 'coa-1', planHash: plan.planHash, suggestions, ids }
    expect(runCommand(documents, acceptPlan, acceptance)).toBeNull()
    const after = await until(
      ({ comparison }) =>
        comparison.status === 'ready' && comparison.value !== before.comparison.value,
    )
    const { gainedPeopleCount, measures } = after.comparison.value!
    expect(gainedPeopleCount).toBeGreaterThan(0)
    const moves = measures.find(({ id }) => id === 'moves')!
    const unitCount = suggestions.reduce((sum, { count }) => sum + count, 0)
    expect([moves.a.value, moves.b.value]).toEqual([0, unitCount])
    expect((await until(({ isPlanStale }) => isPlanStale)).plan.value).toBe(plan)
    documents.getState().undo()
    const undone = await until(
      ({ comparison, isPlanStale }) =>
        comparison.status === 'ready' && comparison.value!.gainedPeopleCount === 0 && !isPlanStale,
    )
    expect(undone.plan.value).toBe(plan)
  })

  it('finds the same plan from the same seed, and marks one as stopped', async () => {
    const { desk, results, until } = standDesk()
    desk.requestPlan(WISH)
    const first = (await until(({ plan }) => plan.status === 'ready')).plan.value!
    desk.requestPlan(WISH)
    const second = await until(({ plan }) => plan.status === 'ready' && plan.value !== first)
    expect(second.plan.value!.planHash).toBe(first.planHash)
    desk.requestPlan({ ...WISH, maxMoves: 4_000_000_000 })
    await until(({ planMoments }) => planMoments.length > 0)
    desk.stopPlan()
    const stopped = await until(({ plan }) => plan.status === 'ready')
    expect(stopped.plan.value!.wasStopped).toBe(true)
    desk.discardPlan()
    expect(results.getState().plan.value).toBeNull()
  })

  it('proves beside the search and after it, until stopped; laydown and hash stay', async () => {
    const proofs: Parameters<RunJob>[2][] = []
    const bounds = (bound: number) =>
      proofs[0]?.onInterim?.({ bound, engine: 'prices', metObjective: null } as never)
    const runJob: RunJob = (name, input, options) => {
      if (name !== 'certify') return runJobInline(name, input, options)
      proofs.push(options as Parameters<RunJob>[2])
      return new Promise(() => {})
    }
    const { desk, results, until } = standDesk({ runJob, proofSeconds: 60 })
    desk.requestPlan({ ...WISH, maxMoves: 4_000_000_000 })
    await until(({ planProof }) => planProof.status === 'running')
    desk.stopPlan()
    const stopped = await until(({ plan }) => plan.status === 'ready')
    expect(proofs).toHaveLength(1)
    expect(proofs[0]?.signal?.aborted).toBe(true)
    expect(stopped.planProof.status).toBe('stopped')

    proofs.length = 0
    desk.requestPlan({ ...WISH, maxMoves: 2_000 })
    const ready = await until(({ plan }) => plan.status === 'ready')
    if (ready.plan.value!.gapShare === 0)
      return expect(proofs[0]?.signal?.aborted ?? true).toBe(true)
    const { objective, planHash } = ready.plan.value!
    bounds(objective + 0.001)
    const { plan, planMoments } = results.getState()
    expect(plan.value!.bound).toBe(objective + 0.001)
    expect(plan.value!.planHash).toBe(planHash)
    expect(planMoments.at(-1)!.bound).toBe(objective + 0.001)
    desk.stopPlan()
    bounds(objective)
    expect(results.getState().plan.value!.bound).toBe(objective + 0.001)
    desk.discardPlan()
    expect(results.getState().planProof.status).toBe('idle')
  })

  it('drops a plan whose COA is deleted, while it is searched too', async () => {
    const { documents, desk, results, until } = standDesk()
    desk.requestPlan({ ...WISH, maxMoves: 4_000_000_000 })
    await until(({ planMoments }) => planMoments.length > 0)
    expect(runCommand(documents, deleteScenario, { id: 'coa-1' })).toBeNull()
    const state = await until(({ planScenarioId }) => planScenarioId === null)
    expect([state.plan.status, state.planIncumbent]).toEqual(['idle', null])
    await rest(80)
    expect(results.getState().plan.status).toBe('idle')
    expect(results.getState().situations['coa-1']).toBeUndefined()
  })

  it('answers several changes at once together', async () => {
    const { documents, asked, until, isMeasured } = standDesk()
    await until(isMeasured)
    const count = asked.filter((name) => name === 'travel').length
    for (const maxFootMinutes of [50, 60, 70]) {
      runCommand(documents, editOperation, { fields: { maxFootMinutes } })
    }
    await rest(30)
    await until(isMeasured)
    expect(asked.filter((name) => name === 'travel').length).toBe(count + 2)
  })

  it('says in a sentence what could not be worked out', async () => {
    const runJob: RunJob = (name, input, options) =>
      name === 'ground'
        ? Promise.reject(new Error('ground: out of memory'))
        : runJobInline(name, input, options)
    const { desk, until } = standDesk({ runJob })
    desk.requestPlan(WISH)
    const { ground, plan } = await until((state) => state.plan.status === 'failed')
    expect(ground.error).toContain('The ground could not be worked out (ground: out of memory).')
    expect(plan.error).toBe(ground.error)
  })

  it('has nothing to say of an operation without ground, and nothing after it is closed', async () => {
    const empty = { document: anOperation({ areas: [] }), columns: new Map() }
    const bare = standDesk({ contents: empty })
    await rest(40)
    expect([bare.asked, bare.results.getState().ground.status]).toEqual([[], 'idle'])
    const { desk, results, asked } = standDesk()
    await rest(2)
    desk.dispose()
    const count = asked.length
    await rest(120)
    expect(asked.length).toBe(count)
    expect(results.getState().ground.status).toBe('idle')
  })
})
