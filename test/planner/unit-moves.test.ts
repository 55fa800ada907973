import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '#core/random.ts'
import { coverModelOf } from '#planner/engines/cover-model.ts'
import { greedyLaydown } from '#planner/engines/greedy.ts'
import { emptyForcedCount, isFeasible, laydownOf } from '#planner/engines/laydown.ts'
import { createMoveBench, guideBench } from '#planner/engines/move-bench.ts'
import { tryMove } from '#planner/engines/unit-moves.ts'
import { solve } from '#planner/index.ts'
import type { PlanProblem } from '#planner/problem.ts'
import { aProblem, aSite, aSmallProblem, aType } from './problems.ts'

describe('random moves', () => {
  it('keep every limit, and count exactly what gains kept from earlier moves make of them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const model = coverModelOf(aSmallProblem(seed))
        const laydown = laydownOf(model, greedyLaydown(model).count)
        if (!isFeasible(laydown)) return
        const bench = createMoveBench(laydown, createRandom(seed))
        bench.temperature = 1e8
        let emptyCount = emptyForcedCount(laydown)
        for (let i = 0; i < 200; i++) {
          if (i === 100) guideBench(bench, Float64Array.from(laydown.count))
          tryMove(bench)
          const afresh = laydownOf(model, laydown.count)
          expect(laydown.objective === afresh.objective).toBe(true)
          expect([...laydown.cover]).toEqual([...afresh.cover])
          expect(isFeasible(laydown)).toBe(true)
          const nowEmpty = emptyForcedCount(laydown)
          expect(nowEmpty).toBeLessThanOrEqual(emptyCount)
          emptyCount = nowEmpty
        }
      }),
      { numRuns: 60 },
    )
  })

  it('choose which places that have to be used are filled, where not all can be', () => {
    const forced = [10, 70, 20].map((_, site) => aSite(site, { rule: 'forced' }))
    const minutes = Float64Array.from([0, 500, 500, 500, 0, 500, 500, 500, 0])
    const need = Float64Array.from([10, 70, 20])
    const crew = aType({ needs: { typeIndex: 1, ratio: 1 } })
    const truck = aType({ id: 'truck', weight: 0 })
    const filled = (parts: Partial<PlanProblem>) => {
      const problem = aProblem({
        sites: forced,
        types: [aType()],
        demand: [need],
        minutes: { vehicle: minutes },
        ...parts,
      })
      return [...solve(problem, { seed: 1, maxMoves: 2_000 }).laydown]
    }
    expect(filled({})).toEqual([0, 1, 0])
    expect(filled({ types: [crew, truck], demand: [need, need] })).toEqual([0, 0, 1, 1, 0, 0])
    const two = { types: [aType({ supplyCount: 2 })], currentCount: Int32Array.from([1, 0, 1]) }
    expect(filled({ ...two, movePricePoints: 1 })).toEqual([0, 1, 1])
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
