import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '#core/random.ts'
import { coverModelOf } from '#planner/engines/cover-model.ts'
import { greedyLaydown } from '#planner/engines/greedy.ts'
import { isFeasible, laydownOf } from '#planner/engines/laydown.ts'
import { createMoveBench, guideBench } from '#planner/engines/move-bench.ts'
import { tryMove } from '#planner/engines/unit-moves.ts'
import { aSmallProblem } from './problems.ts'

describe('random moves', () => {
  it('keep every limit, and count exactly what gains kept from earlier moves make of them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const model = coverModelOf(aSmallProblem(seed))
        const laydown = laydownOf(model, greedyLaydown(model).count)
        if (!isFeasible(laydown)) return
        const bench = createMoveBench(laydown, createRandom(seed))
        bench.temperature = 1e8
        for (let i = 0; i < 200; i++) {
          if (i === 100) guideBench(bench, Float64Array.from(laydown.count))
          tryMove(bench)
          const afresh = laydownOf(model, laydown.count)
          expect(laydown.objective === afresh.objective).toBe(true)
          expect([...laydown.cover]).toEqual([...afresh.cover])
          expect(isFeasible(laydown)).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('refuse at no heat whatever is worth less, and know gains as they are', () => {
    for (let seed = 0; seed < 60; seed++) {
      const model = coverModelOf(aSmallProblem(seed))
      const laydown = laydownOf(model, greedyLaydown(model).count)
      const bench = createMoveBench(laydown, createRandom(seed))
      for (let i = 0; i < 200; i++) {
        const before = laydown.objective
        tryMove(bench)
        expect(laydown.objective).toBeGreaterThanOrEqual(before)
      }
      const anew = createMoveBench(laydown, createRandom(seed))
      for (let slot = 0; slot < model.current.length; slot++) {
        expect(bench.gains.adding(slot) === anew.gains.adding(slot)).toBe(true)
      }
    }
  })
})
