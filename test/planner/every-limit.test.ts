import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '#core/random.ts'
import { coverModelOf, UNITS_PER_POINT } from '#planner/engines/cover-model.ts'
import { emptyForcedCount, isFeasible, laydownOf } from '#planner/engines/laydown.ts'
import { solve } from '#planner/index.ts'
import type { PlanProblem } from '#planner/problem.ts'
import { bestByTrial, isAllowed, pointsOf } from './brute-force.ts'
import { aSmallProblem } from './problems.ts'

/** What a problem can have, and when it has it. */
const LIMITS: Readonly<Record<string, (problem: PlanProblem) => boolean>> = {
  'several types': ({ types }) => types.length > 1,
  'several levels': ({ types }) => types.some(({ levelValues }) => levelValues.length > 1),
  'graded service': ({ types }) => types.some(({ grades }) => grades.length > 0),
  crews: ({ types }) => types.some(({ needs }) => needs !== null),
  reserve: ({ types }) => types.some(({ reserveCount }) => reserveCount > 0),
  'room at sites': ({ sites, types }) =>
    sites.some(
      ({ capacityUnits }) =>
        capacityUnits < Math.max(...types.map((t) => t.supplyCount * t.sizeUnits)),
    ),
  budget: ({ budgetUsd }) => budgetUsd !== null,
  'opening cost': ({ sites, budgetUsd, costPricePoints }) =>
    sites.some(({ openingCostUsd }) => openingCostUsd > 0) &&
    (budgetUsd !== null || costPricePoints > 0),
  'price on cost': ({ costPricePoints }) => costPricePoints > 0,
  floors: ({ types, floorShare, floorPricePoints }) =>
    floorShare * floorPricePoints > 0 &&
    types.some(({ hasFloor, weight }) => hasFloor && weight > 0),
  'limit on moves': ({ maxMoveCount }) => maxMoveCount !== null,
  'price on moves': ({ movePricePoints }) => movePricePoints > 0,
  'fixed units': ({ fixedCount }) => fixedCount.some((count) => count > 0),
  'forced sites': ({ sites }) => sites.some(({ rule }) => rule === 'forced'),
  'forbidden sites': ({ sites }) => sites.some(({ rule }) => rule === 'forbidden'),
  'types barred from sites': ({ sites }) => sites.some(({ barredTypes }) => barredTypes.length > 0),
  'cells out of reach': ({ minutes }) => minutes['vehicle']!.some((time) => Number.isNaN(time)),
}

const CASES_OF_EACH = 500
const SEARCHES = [
  [1, 1_000],
  [2, 10_000],
  [3, 30_000],
  [4, 100_000],
  [5, 100_000],
] as const

describe('every limit of a problem', () => {
  it('is what engines keep, and worth is what they count', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const problem = aSmallProblem(seed)
        const model = coverModelOf(problem)
        const random = createRandom(seed)
        const count = model.fixed.map((units) => units + random.below(3))
        const laydown = laydownOf(model, count)
        const points = pointsOf(problem, count)
        expect(laydown.objective / UNITS_PER_POINT).toBeCloseTo(points, 4)
        const isKept = isFeasible(laydown) && emptyForcedCount(laydown) === 0
        expect(isKept).toBe(isAllowed(problem, count))
      }),
      { numRuns: 600 },
    )
  })

  it(`is met ${CASES_OF_EACH} times and more, with the best that trying all laydowns finds`, () => {
    const met = new Map(Object.keys(LIMITS).map((name) => [name, 0]))
    let seed = 0
    const isWanted = (name: string) => met.get(name)! < CASES_OF_EACH
    for (; [...met.keys()].some(isWanted); seed++) {
      const problem = aSmallProblem(seed)
      const limits = Object.keys(LIMITS).filter((name) => LIMITS[name]!(problem))
      // What has been met often enough is not searched for its own sake.
      if (!limits.some(isWanted)) continue
      const model = coverModelOf(problem)
      const best = bestByTrial(model)
      if (best === -Infinity) continue
      const found = bestOf(problem, best / UNITS_PER_POINT)
      expect(isAllowed(problem, found.laydown), `allowed, seed ${seed}`).toBe(true)
      expect(found.objective, `seed ${seed}`).toBeCloseTo(best / UNITS_PER_POINT, 6)
      if (found.bound !== null)
        expect(found.bound).toBeGreaterThanOrEqual(best / UNITS_PER_POINT - 1e-9)
      for (const name of limits) met.set(name, met.get(name)! + 1)
      expect(seed, 'problems drawn').toBeLessThan(6_000)
    }
    expect(Math.min(...met.values())).toBeGreaterThanOrEqual(CASES_OF_EACH)
  })
})

/** Short searches, and a long one where they missed: chance alone is no fault. */
function bestOf(problem: PlanProblem, best: number) {
  for (const [seed, maxMoves] of SEARCHES) {
    const found = solve(problem, { seed, maxMoves })
    if (found.objective >= best - 1e-6 || seed === SEARCHES.length) return found
  }
  throw new Error('no search was made')
}
