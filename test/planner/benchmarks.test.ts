import { describe, expect, it } from 'vitest'
import { solve } from '#planner/index.ts'
import type { PlanProblem } from '#planner/problem.ts'
import { hasBenchmarks, ownMclp, pmed, sanFrancisco, sjc, sjcInstances } from './benchmarks.ts'

/** Demand that points stand for. */
function demandOf(problem: PlanProblem, points: number): number {
  return (points * problem.demand[0]!.reduce((sum, value) => sum + value, 0)) / 100
}

describe.skipIf(!hasBenchmarks)('known optima', () => {
  it.each(['S1', 'S2', 'S3', 'S4', 'H3'])(
    'MCLP %s: the optimum, under a bound that holds',
    (name) => {
      const { problem, optimum } = ownMclp(name)
      const found = solve(problem, { seed: 1, maxMoves: 100_000 })
      expect(Math.round(demandOf(problem, found.objective))).toBe(optimum)
      expect(demandOf(problem, found.bound!)).toBeGreaterThanOrEqual(optimum - 1e-6)
      expect(found.gapShare!).toBeLessThan(0.003)
    },
  )

  it.each(Array.from({ length: 10 }, (_, i) => i + 1))('p-median pmed%i: proven best', (number) => {
    const { problem, optimum } = pmed(number)
    const found = solve(problem, { seed: 1, maxMoves: 2_000_000 })
    expect(found.objective).toBe(optimum)
    expect(found.bound).toBe(optimum)
    expect(found.gapShare).toBe(0)
  })

  it('MCLP over the 45 SJC instances: every optimum, and no bound below one', () => {
    for (const instance of sjcInstances()) {
      const problem = sjc(instance)
      const found = solve(problem, { seed: 1, maxMoves: 1000 })
      expect(Math.round(demandOf(problem, found.objective)), instance.name).toBe(instance.optimum)
      expect(demandOf(problem, found.bound!)).toBeGreaterThanOrEqual(instance.optimum - 1e-6)
    }
  })

  it('San Francisco: spopt gives 875,247 people covered by four stores', () => {
    const problem = sanFrancisco('cover')
    const found = solve(problem, { seed: 1, maxMoves: 20_000 })
    expect(Math.round(demandOf(problem, found.objective))).toBe(875_247)
    expect(found.gapShare).toBe(0)
  })

  it('San Francisco: spopt gives 2,848,268,129.71 person-metres for four stores', () => {
    const found = solve(sanFrancisco('travelTime'), { seed: 1, maxMoves: 20_000 })
    expect(found.objective).toBeCloseTo(2_848_268_129.714512, 2)
    expect(found.bound!).toBeLessThanOrEqual(found.objective)
    expect(found.gapShare!).toBeLessThan(1e-4)
  })
})
