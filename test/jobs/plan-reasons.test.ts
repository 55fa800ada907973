import { beforeAll, describe, expect, it } from 'vitest'
import type { OperationContents } from '#core/operation-file.ts'
import type { PlanFacts } from '#jobs/plan-facts.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import type { Plan } from '#planner/plan.ts'
import { smallTheatre } from '../state/small-theatre.ts'
import { answered, plannedFor } from './planned.ts'

let facts: PlanFacts
let plan: Plan

/** The small theatre with decisions against both places in its far county. */
function decided(): OperationContents {
  const { document, columns } = smallTheatre()
  const against = (id: string, placeId: string, reason?: string) =>
    ({ id, scenarioId: 'coa-1', placeId, rule: 'forbidden', reason }) as const
  const rows = [against('s-1', 'east', 'too exposed'), against('s-2', 'middle')]
  const tables = { ...document.tables, sites: new Map(rows.map((row) => [row.id, row])) }
  return { document: { ...document, tables }, columns }
}

beforeAll(async () => {
  ;({ facts, plan } = await plannedFor(decided()))
})

describe('reasons for a plan, asked of a job', () => {
  it('say what a decision costs, in the words of whoever decided', async () => {
    const asked = { facts, laydown: plan.laydown }
    const { prices } = await answered(runJobInline('planDecisionPrices', asked))
    const price = prices.find(({ placeName }) => placeName === 'East Town')!
    expect(price.gainPoints).toBeGreaterThan(0.5)
    expect(price.sentence).toMatch(
      /^East Town is not to be used \(“too exposed”\): without this the plan gains \d+\.\d points\./,
    )
    expect(price.come.map(({ placeName }) => placeName)).toContain('East Town')
  })

  it('say who is not served, by whom else they are, and what would help', async () => {
    const asked = { facts, laydown: plan.laydown }
    const { strata } = await answered(runJobInline('planUnserved', asked))
    expect(strata.map(({ name }) => name)).toEqual(
      plan.unmet.filter(({ cause }) => cause !== 'met').map(({ name }) => name),
    )
    const bravo = strata.find(({ name }) => name === 'Bravo County')!
    expect(bravo.remedies.map(({ name }) => name)).toContain('Allowing Middle Village')
    expect(bravo.contributions.length).toBeGreaterThan(0)
  })

  it('say what a little more would bring, and whether demands conflict', async () => {
    const asked = { facts, laydown: plan.laydown }
    const { gains } = await answered(runJobInline('planLimitGains', asked))
    expect(gains.length).toBeGreaterThan(facts.resourceTypes.length - 1)
    for (const { sentence } of gains) expect(sentence).toMatch(/would (add|change|bring)|lowers/)
    const conflict = await answered(runJobInline('planConflict', asked))
    expect(conflict.sentence).toMatch(/\.$/)
    if (conflict.verdict === 'conflict') expect(conflict.isSmallest).toBe(true)
  })
})
