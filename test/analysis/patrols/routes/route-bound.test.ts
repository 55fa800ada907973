import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { routeBound } from '#analysis/patrols/routes/route-bound.ts'
import { searchRoutes } from '#analysis/patrols/routes/search-routes.ts'
import { bestByTrying, someProblem, strewnProblem, withoutRoad } from './small-problem.ts'

describe('the bound of routes', () => {
  it('is never below what the best of all routes gather', () => {
    fc.assert(
      fc.property(someProblem(6, 3), (problem) => {
        const best = bestByTrying(problem)
        expect(routeBound(problem, best, 30)).toBeGreaterThanOrEqual(best - 1e-9)
        expect(routeBound(problem, 0.8 * best, 5)).toBeGreaterThanOrEqual(best - 1e-9)
      }),
      { numRuns: 40 },
    )
  })

  it('is close to what a search finds', () => {
    for (const seed of [1, 2, 3]) {
      const problem = strewnProblem({ seed, placeCount: 40 })
      const [best] = searchRoutes(problem, { seed, moves: 300, proposalCount: 1 })
      const bound = routeBound(problem, best!.worth)
      expect(bound).toBeGreaterThanOrEqual(best!.worth - 1e-9)
      expect(bound).toBeLessThan(1.2 * best!.worth)
    }
  })

  it('never rises when a road is closed, under the same prices; nor does the best of all routes', () => {
    fc.assert(
      fc.property(someProblem(6), fc.nat(6), fc.nat(6), (problem, a, b) => {
        const last = problem.worth.length - 1
        const closed = withoutRoad(problem, Math.min(a, last), Math.min(b, last))
        expect(routeBound(closed, 0, 1)).toBeLessThanOrEqual(routeBound(problem, 0, 1) + 1e-9)
        expect(bestByTrying(closed)).toBeLessThanOrEqual(bestByTrying(problem) + 1e-9)
        expect(routeBound(problem, bestByTrying(problem), 20)).toBeGreaterThanOrEqual(
          bestByTrying(closed) - 1e-9,
        )
      }),
      { numRuns: 40 },
    )
  })

  it('is nothing where nobody can go anywhere', () => {
    const problem = { ...strewnProblem({ seed: 1, placeCount: 5 }), limitMinutes: 9 }
    expect(routeBound(problem, 0)).toBe(0)
  })
})
