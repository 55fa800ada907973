import { describe, expect, it } from 'vitest'
import { createLevelBound } from '#planner/certify/level-bound.ts'
import { createCoverBound } from '#planner/engines/cover-bound.ts'
import { coverModelOf, UNITS_PER_POINT } from '#planner/engines/cover-model.ts'
import { greedyLaydown } from '#planner/engines/greedy.ts'
import { emptyForcedCount } from '#planner/engines/laydown.ts'
import type { PlanProblem } from '#planner/problem.ts'
import { bestByTrial } from '../brute-force.ts'
import { aCountry, aSmallProblem } from '../problems.ts'

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

  it('is tighter than prices on groups alone once levels and whole loads count', () => {
    const model = coverModelOf(aCountry(1, { rowCount: 10, siteCount: 40 }))
    const start = greedyLaydown(model)
    const levels = createLevelBound(model, start)
    const groups = createCoverBound(model, start)
    for (let step = 0; step < 600; step++) {
      levels.tighten(start.objective)
      groups.tighten(start.objective)
    }
    expect(levels.bound).toBeLessThan(groups.bound)
  })
})
