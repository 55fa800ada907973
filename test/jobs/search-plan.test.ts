import { describe, expect, it } from 'vitest'
import type { JobContext } from '#jobs/job.ts'
import { type PlanInterim, searchPlan } from '#jobs/search-plan.ts'
import { solve } from '#planner/index.ts'
import { planFrom } from '#planner/plan.ts'
import { aCountry } from '../planner/problems.ts'

const REQUEST = { objectiveName: 'need-covered', seed: 3, maxMoves: 20_000 }

function watched(stopAfter = Number.POSITIVE_INFINITY) {
  const seen: PlanInterim[] = []
  let asked = 0
  const context: JobContext<PlanInterim> = {
    progress: () => {},
    interim: (value) => seen.push(structuredClone(value)),
    isStopped: async () => ++asked > stopAfter,
  }
  return { seen, context }
}

describe('a plan searched in slices', () => {
  const problem = aCountry(1, { rowCount: 20, siteCount: 30, typeCount: 3 })

  it('is the plan that one uninterrupted search finds', async () => {
    const { seen, context } = watched()
    const plan = await searchPlan(problem, REQUEST, context)
    const whole = planFrom(problem, solve(problem, REQUEST), { ...REQUEST, wasStopped: false })
    expect(plan.planHash).toBe(whole.planHash)
    expect(plan.moves).toBe(whole.moves)
    expect(plan.wasStopped).toBe(false)
    expect(seen[0]?.searchMoves).toBe(0)
    expect(seen[0]?.laydown?.length).toBeGreaterThan(0)
    seen.slice(1).forEach((moment, i) => {
      expect(moment.objective).toBeGreaterThanOrEqual(seen[i]!.objective)
      expect(moment.searchMoves).toBeGreaterThan(seen[i]!.searchMoves)
      if (moment.objective > seen[i]!.objective) expect(moment.laydown).not.toBeNull()
    })
  })

  it('ends when it is stopped, with what it had, and says so', async () => {
    const { seen, context } = watched(2)
    const plan = await searchPlan(problem, { ...REQUEST, maxMoves: 5_000_000 }, context)
    expect(plan.wasStopped).toBe(true)
    expect(plan.moves).toBeLessThan(1_000_000)
    expect(plan.objective).toBeGreaterThanOrEqual(seen[0]!.objective)
    expect(plan.postings.length).toBeGreaterThan(0)
  })
})
