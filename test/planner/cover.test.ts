import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '#core/random.ts'
import { coverModelOf, UNITS_PER_POINT } from '#planner/engines/cover-model.ts'
import { greedyLaydown } from '#planner/engines/greedy.ts'
import { addUnit, dropUnit, fixedLaydown, isFeasible, laydownOf } from '#planner/engines/laydown.ts'
import { createPriceBound } from '#planner/engines/price-bound.ts'
import { solve } from '#planner/index.ts'
import { bestByTrial, worthOf } from './brute-force.ts'
import { aProblem, aSite, aSmallProblem, aType } from './problems.ts'

const seeds = fc.integer({ min: 0, max: 1e9 })

describe('laydown', () => {
  it('keeps objective, stock, room and moves exact through any units that come and go', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const model = coverModelOf(aSmallProblem(seed))
        const random = createRandom(seed)
        const laydown = fixedLaydown(model)
        for (let i = 0; i < 60; i++) {
          const slot = random.below(model.current.length)
          if (random.below(2) === 0) addUnit(laydown, slot)
          else if (laydown.count[slot]! > model.fixed[slot]!) dropUnit(laydown, slot)
        }
        expect(laydown.objective).toBe(worthOf(model, laydown.count))
        const afresh = laydownOf(model, laydown.count)
        expect([...laydown.stock]).toEqual([...afresh.stock])
        expect([...laydown.room]).toEqual([...afresh.room])
        expect(laydown.moves).toBe(afresh.moves)
        expect(laydown.budgetLeft).toBe(afresh.budgetLeft)
      }),
    )
  })
})

describe('bound', () => {
  it('is never below the best of all laydowns, at any step and towards any target', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(1, 0.5, 0, -100), (seed, aimShare) => {
        const model = coverModelOf(aSmallProblem(seed))
        const best = bestByTrial(model)
        const limit = createPriceBound(model, greedyLaydown(model))
        for (let i = 0; i < 620; i++) {
          limit.tighten(aimShare * Math.max(0, best))
          expect(limit.bound).toBeGreaterThanOrEqual(best)
        }
      }),
      { numRuns: 80 },
    )
  })

  it('comes close: within 10 % of the best on most small problems', () => {
    let closeCount = 0
    for (let seed = 1; seed <= 60; seed++) {
      const problem = { ...aSmallProblem(seed), floorShare: 0, movePricePoints: 0 }
      const model = coverModelOf(problem)
      const best = bestByTrial(model)
      const limit = createPriceBound(model, greedyLaydown(model))
      for (let i = 0; i < 400; i++) limit.tighten(best)
      if (limit.bound <= best * 1.1 + 1) closeCount += 1
    }
    expect(closeCount).toBeGreaterThanOrEqual(40)
  })
})

describe('solve', () => {
  it('finds an allowed laydown on every small problem, and the best on 99 of 100', () => {
    let solvableCount = 0
    let bestCount = 0
    for (let seed = 0; seed < 400; seed++) {
      const problem = aSmallProblem(seed)
      const model = coverModelOf(problem)
      const best = bestByTrial(model)
      if (best === -Infinity) continue
      solvableCount += 1
      const found = solve(problem, { seed: 1, maxMoves: 4000 })
      const laydown = laydownOf(model, found.laydown)
      expect(isFeasible(laydown)).toBe(true)
      expect(laydown.objective / UNITS_PER_POINT).toBeCloseTo(found.objective, 6)
      if (laydown.objective >= best) bestCount += 1
    }
    expect(solvableCount).toBeGreaterThan(300)
    expect(bestCount / solvableCount).toBeGreaterThanOrEqual(0.99)
  })

  it('counts 100 points when everything is covered at every level', () => {
    const minutes = Float64Array.from([10, 20, 30])
    const problem = aProblem({
      sites: [aSite(0)],
      types: [aType({ supplyCount: 2, levelValues: [0.6, 0.24] })],
      demand: [Float64Array.from([5, 1, 3])],
      minutes: { vehicle: minutes, foot: minutes },
    })
    const found = solve(problem, { seed: 1, maxMoves: 1000 })
    expect(found.objective).toBeCloseTo(100, 5)
    expect([...found.laydown]).toEqual([2])
  })

  it('leaves units without a better use where they stand', () => {
    const minutes = Float64Array.from([10, Number.NaN])
    const problem = aProblem({
      sites: [aSite(0), aSite(1)],
      types: [aType({ supplyCount: 3 })],
      demand: [Float64Array.from([5])],
      minutes: { vehicle: minutes, foot: minutes },
      currentCount: Int32Array.from([0, 3]),
      movePricePoints: 0.01,
    })
    const found = solve(problem, { seed: 1, maxMoves: 1000 })
    expect([...found.laydown]).toEqual([1, 2])
  })
})
