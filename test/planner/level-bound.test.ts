import { describe, expect, it } from 'vitest'
import { coverModelOf, UNITS_PER_POINT } from '#planner/engines/cover-model.ts'
import { greedyLaydown } from '#planner/engines/greedy.ts'
import { emptyForcedCount } from '#planner/engines/laydown.ts'
import { createLevelBound } from '#planner/engines/level-bound.ts'
import { solve } from '#planner/index.ts'
import type { PlanProblem } from '#planner/problem.ts'
import { bestByTrial } from './brute-force.ts'
import { aCountry, aSmallProblem } from './problems.ts'

/** With room for more loads than are listed, so that sites are bounded and not tried. */
function withoutLists(problem: PlanProblem): PlanProblem {
  const types = problem.types.map((type) => ({ ...type, supplyCount: type.supplyCount + 1_200 }))
  const fixedCount = problem.fixedCount.map(() => 0)
  return { ...problem, types, fixedCount }
}

describe('the bound by prices on levels', () => {
  it('is never below the best of all laydowns, at any step', () => {
    let gaps = 0
    let compared = 0
    for (let seed = 1; seed <= 400; seed++) {
      const model = coverModelOf(aSmallProblem(seed))
      const best = bestByTrial(model)
      const start = greedyLaydown(model)
      if (best === -Infinity || emptyForcedCount(start) > 0) continue
      const limit = createLevelBound(model, start)
      for (let step = 0; step < 60 && !limit.isSpent; step++) {
        limit.tighten(start.objective)
        if (limit.bound < best) expect(limit.bound, `seed ${seed}`).toBeGreaterThanOrEqual(best)
      }
      compared += 1
      gaps += (limit.bound - best) / UNITS_PER_POINT
    }
    expect(compared).toBeGreaterThan(250)
    expect(gaps / compared).toBeLessThan(12)
  })

  it('holds where what a place may carry is bounded and not listed', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const small = aSmallProblem(seed)
      const model = coverModelOf(withoutLists(small))
      const start = greedyLaydown(model)
      const limit = createLevelBound(model, start)
      for (let step = 0; step < 40; step++) limit.tighten(start.objective)
      expect(limit.bound).toBeGreaterThanOrEqual(start.objective)
    }
  })

  it('comes within 3 % of a quick search where levels, limits and whole loads count', () => {
    const problem = aCountry(1, { rowCount: 20, siteCount: 60 })
    const model = coverModelOf(problem)
    const start = greedyLaydown(model)
    const limit = createLevelBound(model, start)
    const reached = solve(problem, { seed: 1, maxMoves: 40_000 }).objective * UNITS_PER_POINT
    for (let step = 0; step < 600; step++) limit.tighten(reached)
    expect(limit.bound).toBeLessThan(1.03 * reached)
  })
})
