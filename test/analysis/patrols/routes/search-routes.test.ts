import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  arrivalMinutes,
  type RouteProblem,
  routeMinutes,
} from '#analysis/patrols/routes/route-problem.ts'
import {
  NEAR_BEST_SHARE,
  overlapShare,
  searchRoutes,
} from '#analysis/patrols/routes/search-routes.ts'
import { bestByTrying, someProblem, strewnProblem } from './small-problem.ts'

const SEARCH = { seed: 5, moves: 60, proposalCount: 3 }

describe('routes of teams', () => {
  it('are the best there are, by trying all of up to seven stops', () => {
    fc.assert(
      fc.property(someProblem(6, 3), (problem) => {
        const [best] = searchRoutes(problem, { ...SEARCH, moves: 200 })
        expect(best!.worth).toBeCloseTo(bestByTrying(problem), 9)
      }),
      { numRuns: 60 },
    )
    for (const seed of [1, 2, 3]) {
      const problem = strewnProblem({ seed, placeCount: 7 })
      const [best] = searchRoutes(problem, { ...SEARCH, moves: 200 })
      expect(best!.worth).toBeCloseTo(bestByTrying(problem), 9)
    }
  })

  it('keep to the time, visit no place twice, and gather what they say', () => {
    fc.assert(
      fc.property(someProblem(25, 4), (problem) => {
        for (const { routes, worth } of searchRoutes(problem, SEARCH)) {
          expect(routes).toHaveLength(problem.teamCount)
          for (const route of routes) {
            expect(routeMinutes(problem, route)).toBeLessThanOrEqual(problem.limitMinutes + 1e-6)
            if (route.length > 0) {
              expect(arrivalMinutes(problem, route).at(-1)).toBeCloseTo(
                routeMinutes(problem, route),
                9,
              )
            }
          }
          const stops = routes.flat()
          expect(new Set(stops).size).toBe(stops.length)
          expect(stops).not.toContain(0)
          expect(worth).toBeCloseTo(
            stops.reduce((sum, stop) => sum + problem.worth[stop]!, 0),
            9,
          )
        }
      }),
      { numRuns: 40 },
    )
  })

  it('are the same for the same seed', () => {
    const problem = strewnProblem({ seed: 11, placeCount: 40 })
    expect(searchRoutes(problem, SEARCH)).toEqual(searchRoutes(problem, SEARCH))
  })

  it('come with others that gather nearly as much at other stops', () => {
    const problem = strewnProblem({ seed: 4, placeCount: 60 })
    const plans = searchRoutes(problem, { ...SEARCH, moves: 400 })
    expect(plans).toHaveLength(3)
    for (const plan of plans) {
      expect(plan.worth).toBeGreaterThanOrEqual(NEAR_BEST_SHARE * plans[0]!.worth)
      expect(plan.worth).toBeLessThanOrEqual(plans[0]!.worth)
    }
    expect(overlapShare(plans[1]!, plans[0]!)).toBeLessThan(0.8)
    expect(overlapShare(plans[2]!, plans[1]!)).toBeLessThan(1)
  })

  it('go nowhere where nothing can be reached in time', () => {
    const problem: RouteProblem = {
      ...strewnProblem({ seed: 1, placeCount: 5 }),
      limitMinutes: 9,
    }
    expect(searchRoutes(problem, SEARCH)).toEqual([{ routes: [[], []], worth: 0 }])
  })
})

it('shares stops as sets do', () => {
  const of = (...stops: number[]) => ({ routes: [stops, []], worth: 1 })
  expect(overlapShare(of(1, 2, 3), of(3, 4))).toBe(0.25)
  expect(overlapShare(of(1, 2), of(2, 1))).toBe(1)
  expect(overlapShare(of(1), of(2))).toBe(0)
})
