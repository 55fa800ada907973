import { isDeepStrictEqual as isEqual } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import { editOperation } from '#core/commands/operation/edit-operation.ts'
import { placeElsewhere } from '#core/commands/postings/place-elsewhere.ts'
import { ruleSite } from '#core/commands/sites/rule-site.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import { doubtedInputs, factsWithout } from '#state/desk/doubted-input.ts'
import { createDesk, type Desk } from '#state/desk.ts'
import { createDocumentStore, runCommand } from '#state/document-store.ts'
import { createResultsStore, type ResultsState } from '#state/results-store.ts'
import { createScreenStore } from '#state/screen-store.ts'
import { smallTheatre } from './small-theatre.ts'

const WISH = { scenarioId: 'coa-1', objectiveName: 'need-covered', seed: 7, maxMoves: 2_000 }

const desks: Desk[] = []
afterEach(() => {
  for (const desk of desks.splice(0)) desk.dispose()
})

/** A desk with a plan on it. */
async function standPlanned() {
  const documents = createDocumentStore(smallTheatre())
  const results = createResultsStore()
  const desk = createDesk({
    documentStore: documents,
    screenStore: createScreenStore({ scenarioId: 'coa-1' }),
    resultsStore: results,
    runJob: runJobInline,
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
  return { documents, results, desk, until, plan: plan.value! }
}

describe('weighing the plan of the desk', () => {
  it('works out nothing unasked, then what was asked for, of the plan that is there', async () => {
    const { results, desk, until, plan } = await standPlanned()
    expect(results.getState().choices.outcomes.status).toBe('idle')
    desk.weighPlan({ kind: 'outcomes' })
    const { choices } = await until((state) => state.choices.outcomes.status === 'ready')
    expect(choices.outcomes.planHashes).toEqual([plan.planHash])
    const gained = choices.outcomes.value!.flatMap((type) =>
      type.gained.map(({ people }) => ({ people, of: type.gainedPeople })),
    )
    expect(gained.length).toBeGreaterThan(0)
    for (const type of choices.outcomes.value!) {
      const listed = type.gained.reduce((sum, { people }) => sum + people, 0)
      expect(Math.abs(listed - type.gainedPeople)).toBeLessThan(2)
    }
    expect(choices.moves.status).toBe('idle')
  })

  it('takes another plan as the proposal, explained and under the same bound, and gives it back', async () => {
    const { results, desk, until, plan } = await standPlanned()
    desk.weighPlan({ kind: 'moves' })
    const { choices } = await until((state) => state.choices.moves.status === 'ready')
    const rung = choices.moves.value!.rungs.find(({ maxMoveCount }) => maxMoveCount === 1)!
    desk.takePlan(rung.laydown, 'the plan with 1 move')
    const taken = await until((state) => state.planTaken !== null)
    const now = taken.plan.value!
    expect(now.laydown).toEqual(rung.laydown)
    expect(now.objective).toBeCloseTo(rung.objective, 9)
    expect(now.bound).toBe(plan.bound)
    expect(now.planHash).not.toBe(plan.planHash)
    expect(now.inputHash).toBe(plan.inputHash)
    expect(now.postings.every(({ reason }) => reason.length > 0)).toBe(true)
    expect(taken.planMoments).toEqual([])
    await until((state) => state.choices.moves.planHashes.includes(now.planHash))
    desk.giveBackPlan()
    const { planTaken, plan: back, planMoments } = results.getState()
    expect([planTaken, back.value]).toEqual([null, plan])
    expect(planMoments.length).toBeGreaterThan(0)
  })

  it('trades one thing for another, takes such a plan, and says how sure it is', async () => {
    const { desk, until, plan } = await standPlanned()
    desk.weighPlan({ kind: 'tradeOffs' })
    const { choices } = await until((state) => state.choices.tradeOffs.status === 'ready')
    const { plans } = choices.tradeOffs.value!
    expect(plans.some(({ laydown }) => isEqual(laydown, plan.laydown))).toBe(true)
    expect(plans.filter(({ isToday }) => isToday).length).toBe(1)
    const other = plans.find(({ isToday, laydown }) => !isToday && !isEqual(laydown, plan.laydown))!
    desk.takePlan(other.laydown, 'another')
    const { plan: taken } = await until(
      ({ planTaken, choices, plan }) =>
        planTaken !== null && choices.tradeOffs.planHashes.includes(plan.value!.planHash),
    )
    desk.weighPlan({ kind: 'howSure' })
    const { choices: after } = await until((state) => state.choices.howSure.status === 'ready')
    expect(after.howSure.planHashes).toEqual([taken.value!.planHash])
    expect(after.howSure.value!.postings.length).toBeGreaterThan(0)
  })

  it('does not take what breaks a limit of the operation, and says why', async () => {
    const { documents, desk, until, plan: free } = await standPlanned()
    expect(free.postings.length).toBeGreaterThan(1)
    runCommand(documents, editOperation, { fields: { maxMoveCount: 1 } })
    await until((state) => state.isPlanStale)
    desk.requestPlan(WISH)
    const { plan } = await until((state) => state.plan.status === 'ready' && !state.isPlanStale)
    desk.takePlan(free.laydown, 'all')
    const { planTakenError, plan: after } = await until((state) => state.planTakenError !== null)
    expect(planTakenError).toMatch(/makes \d+ moves and the operation allows 1/)
    expect(after.value!.planHash).toBe(plan.value!.planHash)
  })

  it('plans without an input under facts of its own, which the document never sees', async () => {
    const { documents, desk, until, plan } = await standPlanned()
    const before = documents.getState().document
    desk.weighPlan({ kind: 'without', inputId: 'incidents' })
    const { choices } = await until(
      (state) => state.choices.without['incidents']?.status === 'ready',
    )
    const found = choices.without['incidents']!
    expect(found.value!.isSameProblem).toBe(false)
    expect(found.planHashes).toEqual([plan.planHash])
    expect(found.value!.sentence).toMatch(/^Without the incidents/)
    expect(documents.getState().document).toBe(before)
  })

  it('is called off by a stop, by another question and by another plan', async () => {
    const { results, desk, until } = await standPlanned()
    desk.weighPlan({ kind: 'without', inputId: 'incidents' })
    desk.stopWeighing()
    expect(results.getState().choices.without['incidents']!.status).toBe('idle')
    desk.weighPlan({ kind: 'moves' })
    desk.weighPlan({ kind: 'outcomes' })
    expect(results.getState().choices.moves.status).toBe('idle')
    await until((state) => state.choices.outcomes.status === 'ready')
    desk.weighPlan({ kind: 'moves' })
    desk.discardPlan()
    expect(results.getState().choices.moves.status).toBe('idle')
    expect(results.getState().choices.outcomes.value).toBeNull()
  })
})

describe('a plan made again around what was decided', () => {
  it('keeps what a person put elsewhere, where it was put, and leaves out what was barred', async () => {
    const { documents, desk, until, plan } = await standPlanned()
    const [first] = plan.postings
    const { typeId, count, fromPlaceId, placeId } = first!
    const other = ['west', 'middle', 'east'].find((id) => id !== placeId)!
    const elsewhere = {
      scenarioId: 'coa-1',
      ids: ['mine'],
      suggestions: [{ typeId, count, fromPlaceId, placeId: other, reason: '' }],
      insteadOfId: placeId,
      reason: 'The road floods',
    }
    expect(runCommand(documents, placeElsewhere, { ...elsewhere, reason: ' ' })).toMatch(/why/)
    expect(runCommand(documents, placeElsewhere, { ...elsewhere, insteadOfId: other })).toMatch(
      /where the plan has it/,
    )
    expect(runCommand(documents, placeElsewhere, elsewhere)).toBeNull()
    const bar = { scenarioId: 'coa-1', placeId, rule: 'forbidden', id: 'bar' } as const
    expect(runCommand(documents, ruleSite, { ...bar, typeIds: [typeId] })).toBeNull()
    await until((state) => state.isPlanStale)
    desk.requestPlan(WISH)
    const again = await until((state) => state.plan.status === 'ready' && !state.isPlanStale)
    const countAt = (id: string) =>
      again.plan.value!.laydown.find((row) => row.placeId === id && row.typeId === typeId)?.count ??
      0
    expect(countAt(other)).toBeGreaterThanOrEqual(count)
    expect(countAt(placeId)).toBe(0)
    expect(
      again.plan.value!.postings.every(
        ({ fromPlaceId: from, typeId: type }) => from !== other || type !== typeId,
      ),
    ).toBe(true)
  })
})

describe('facts without an input', () => {
  it('leave out what patrols found and keep every other incident', () => {
    const facts = smallTheatre()
    expect(doubtedInputs(facts).map(({ id }) => id)).toEqual(['incidents', 'discovered'])
    const batch = facts.columns.get('incidents')!
    const codes = Int32Array.from({ length: batch.rowCount }, (_, row) => row % 3)
    const labels = ['reported', 'discovered', 'remote']
    const detection = { type: 'category', codes, labels } as const
    const mixed = { ...batch, fields: { ...batch.fields, detection } }
    const columns = new Map([...facts.columns, ['incidents', mixed]])
    const less = factsWithout({ ...facts, columns }, 'discovered').columns.get('incidents')!
    expect(less.rowCount).toBe(40)
    expect(less.fields['detection']).toMatchObject({ labels: ['reported', 'remote'] })
    expect(factsWithout(facts, 'discovered').columns.get('incidents')).toBe(batch)
  })
})
