import { describe, expect, it } from 'vitest'
import { coverModelOf, UNITS_PER_POINT } from '#planner/engines/cover-model.ts'
import { emptyForcedCount, laydownOf } from '#planner/engines/laydown.ts'
import { repair } from '#planner/repair/repair.ts'
import { finish } from '#planner/steps.ts'
import { bestByTrial, isAllowed, worthOf } from '../brute-force.ts'
import { aProblem, aSite, aSmallProblem, aType } from '../problems.ts'

const SETTINGS = { seed: 5, maxMoves: 2_000 }

describe('repair', () => {
  it('is the best of all laydowns within so few moves on nearly every small problem', () => {
    let tried = 0
    let bestCount = 0
    for (let seed = 0; seed < 16; seed++) {
      const problem = { ...aSmallProblem(seed), maxMoveCount: null }
      for (const mostMoves of [0, 1, 2, 3]) {
        const limited = { ...problem, maxMoveCount: mostMoves }
        const model = coverModelOf(limited)
        const best = bestByTrial(model)
        const { found } = finish(repair(problem, mostMoves, SETTINGS))
        if (best === -Infinity || emptyForcedCount(laydownOf(model, found.laydown)) > 0) continue
        expect(isAllowed(limited, found.laydown)).toBe(true)
        const worth = worthOf(model, found.laydown)
        expect(worth).toBeLessThanOrEqual(best)
        expect((found.bound ?? Infinity) * UNITS_PER_POINT).toBeGreaterThanOrEqual(best - 1)
        tried += 1
        if (worth >= best - 1) bestCount += 1
      }
    }
    expect(tried).toBeGreaterThan(40)
    expect(bestCount / tried).toBeGreaterThanOrEqual(0.98)
  })

  it('heeds the tighter of its own limit and that of the operation', () => {
    const minutes = Float64Array.from({ length: 6 }, (_, i) => (i === 2 || i === 5 ? 0 : 500))
    const problem = aProblem({
      sites: [aSite(0), aSite(1), aSite(2)],
      types: [aType({ supplyCount: 2 })],
      demand: [Float64Array.from([60, 40])],
      minutes: { vehicle: minutes },
      currentCount: Int32Array.from([2, 0, 0]),
    })
    const movesOf = (limit: number | null, mostMoves: number) => {
      const { found } = finish(repair({ ...problem, maxMoveCount: limit }, mostMoves, SETTINGS))
      return 2 - found.laydown[0]!
    }
    expect([movesOf(null, 2), movesOf(1, 2), movesOf(5, 1), movesOf(null, 0)]).toEqual([2, 1, 1, 0])
  })

  it('ends with what stands when it is stopped at once', () => {
    const problem = { ...aSmallProblem(3), maxMoveCount: null }
    const steps = repair(problem, 1, SETTINGS)
    let step = steps.next(false)
    while (!step.done) step = steps.next(true)
    expect(step.value.wasStopped).toBe(true)
    const model = coverModelOf({ ...problem, maxMoveCount: 1 })
    expect(worthOf(model, step.value.found.laydown)).toBeGreaterThanOrEqual(
      worthOf(model, problem.currentCount),
    )
  })
})
