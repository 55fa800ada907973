import { beforeAll, describe, expect, it } from 'vitest'
import { groundOfOperation, pictureOf } from '#cli/pictures.ts'
import type { PlanFacts } from '#jobs/plan-facts.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import type { Plan } from '#planner/plan.ts'
import { candidateFactsOf } from '#state/desk/plan-inputs.ts'
import { aCommunity } from '#support/build.ts'
import { smallTheatre } from '../state/small-theatre.ts'
import { answered, plannedFor } from './planned.ts'

const contents = smallTheatre()
let facts: PlanFacts
let plan: Plan

beforeAll(async () => {
  ;({ facts, plan } = await plannedFor(contents))
})

describe('a plan weighed in a job', () => {
  it('comes back as the first of several, with its laydown as rows', async () => {
    const shares: number[] = []
    const onProgress = (share: number) => shares.push(share)
    const weighed = { facts, laydown: plan.laydown }
    const found = await answered(runJobInline('alternativePlans', weighed, { onProgress }))
    expect(found.plans[0]!.objective).toBeCloseTo(plan.objective, 6)
    expect(found.plans[0]!.laydown).toEqual(plan.laydown)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    for (const { lossShare } of found.plans) expect(lossShare).toBeLessThanOrEqual(0.02)
  })

  it('ends the curve of moves no lower than itself, from what stands today', async () => {
    const { rungs } = await answered(runJobInline('gainByMoves', { facts, laydown: plan.laydown }))
    expect(rungs[0]!.objective).toBeCloseTo(plan.currentObjective, 6)
    expect(rungs.at(-1)!.objective).toBeGreaterThanOrEqual(plan.objective - 1e-6)
    expect(rungs.length).toBeGreaterThan(2)
  })

  it('ends the curve early, with what it has, when a person wants that', async () => {
    const stop = AbortSignal.abort()
    const curve = await answered(
      runJobInline('gainByMoves', { facts, laydown: plan.laydown }, { stop }),
    )
    expect(curve.wasStopped).toBe(true)
    expect(curve.rungs.length).toBeGreaterThan(1)
  })

  it('tells winners and losers whose points are those that it gains', async () => {
    const outcomes = await answered(runJobInline('planOutcomes', { facts, laydown: plan.laydown }))
    const points = outcomes.reduce(
      (sum, { gainedPoints, lostPoints }) => sum + gainedPoints - lostPoints,
      0,
    )
    expect(points).toBeCloseTo(plan.coveredPoints - plan.currentCoveredPoints, 4)
    expect(points).toBeGreaterThan(1)
  })

  it('tells what hangs on an input, and that nothing hangs on none', async () => {
    const { score, lowest, highest } = facts.need
    const flat = { score: score.map((need) => need && 5), lowest, highest }
    const ask = (factsWithout: PlanFacts) => ({
      facts,
      laydown: plan.laydown,
      factsWithout,
      inputName: 'where incidents were',
    })
    const same = await answered(runJobInline('planWithoutInput', ask(facts)))
    expect(same.isSameProblem).toBe(true)
    const other = await answered(runJobInline('planWithoutInput', ask({ ...facts, need: flat })))
    expect(other.isSameProblem).toBe(false)
    expect(other.withInput.ownPoints).toBeCloseTo(plan.objective, 6)
    expect(other.stayCount + other.goCount).toBe(
      plan.postings.reduce((sum, { count }) => sum + count, 0),
    )
  })

  it('keeps places that it is told to, whatever need and distance say', async () => {
    const near = aCommunity({ id: 'near', position: [-8.46, 6.6], class: 'village' })
    const { tables, id } = contents.document
    const communities = new Map([...tables.communities, [near.id, near]])
    const more = { ...contents, document: { id, tables: { ...tables, communities } } }
    const ground = await groundOfOperation(more)
    const picture = await pictureOf(more, ground, 'coa-1')
    const asked = candidateFactsOf(more, 'coa-1', picture)
    const idsOf = async (keptPlaceIds: readonly string[]) => {
      const { places } = await runJobInline('candidates', { ...asked, keptPlaceIds })
      return places.map(({ placeId }) => placeId)
    }
    expect(await idsOf([])).not.toContain('near')
    expect(await idsOf(['near', 'east'])).toEqual(expect.arrayContaining(['near', 'east']))
  })

  it('is taken as it came about, and refused where it breaks a limit of the operation', async () => {
    const inPlaceOf = { ...plan, wasStopped: true }
    const taken = await answered(
      runJobInline('planTaken', { facts, laydown: plan.laydown, inPlaceOf }),
    )
    expect(taken.plan).toMatchObject({ planHash: plan.planHash, wasStopped: true })
    const [first] = plan.laydown
    const more = [...plan.laydown, { ...first!, count: 50 }]
    const refused = await runJobInline('planTaken', { facts, laydown: more, inPlaceOf })
    expect(refused).toMatchObject({ ok: false, issues: [{ code: 'over-limit' }] })
    expect(!refused.ok && refused.issues[0]!.message).toMatch(/^This plan places 5\d × .* only \d/)
  })

  it('is refused where there is nothing to plan with', async () => {
    const found = await runJobInline('alternativePlans', {
      facts: { ...facts, units: [] },
      laydown: plan.laydown,
    })
    expect(found).toMatchObject({ ok: false, issues: [{ code: 'nothing-to-place' }] })
  })
})
