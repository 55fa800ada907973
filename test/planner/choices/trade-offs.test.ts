import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tradeOffs } from '#planner/choices/trade-offs.ts'
import { betterBy, firstByAims, TRADED, type TradedName } from '#planner/choices/traded.ts'
import { coverModelOf } from '#planner/engines/cover-model.ts'
import { isFeasible, laydownOf } from '#planner/engines/laydown.ts'
import { solve } from '#planner/index.ts'
import { measuresIn } from '#planner/measures.ts'
import { finish } from '#planner/steps.ts'
import { aProblem, aSite, aSmallProblem, aType } from '../problems.ts'

const SEARCH = { seed: 3, maxMoves: 800 }
const NAMES = Object.keys(TRADED) as TradedName[]

function swept(seed: number) {
  const problem = aSmallProblem(seed)
  const given = solve(problem, SEARCH).laydown
  return { problem, plans: finish(tradeOffs(problem, given, SEARCH)).plans }
}

describe('trade-offs', () => {
  it('keep every limit, are measured anew, and mark just what another one beats', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const { problem, plans } = swept(seed)
        const model = coverModelOf(problem)
        const measured = measuresIn(problem)
        for (const plan of plans) {
          expect(isFeasible(laydownOf(model, plan.laydown))).toBe(true)
          expect(plan.measures).toEqual(measured(plan.laydown))
          const isBeaten = plans.some(
            ({ measures }) =>
              NAMES.every((name) => betterBy(name, measures, plan.measures) > -1e-3) &&
              NAMES.some((name) => betterBy(name, measures, plan.measures) > 1e-3),
          )
          expect(plan.isDominated).toBe(isBeaten)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('find cheaper plans, where there are any', () => {
    let cheaperCount = 0
    for (let seed = 0; seed < 60; seed++) {
      const { plans } = swept(seed)
      const plan = plans.find(({ foundBy }) => foundBy === 'the plan')
      if (!plan) continue
      cheaperCount += Number(
        plans.some(({ measures }) => betterBy('costUsd', measures, plan.measures) > 1),
      )
    }
    expect(cheaperCount).toBeGreaterThan(10)
  })

  it('find what leaves the worst-off area better, at the cost of need covered', () => {
    const minutes = Float64Array.from({ length: 9 }, (_, at) => (at % 4 === 0 ? 0 : 500))
    const problem = aProblem({
      sites: [aSite(0), aSite(1), aSite(2)],
      types: [aType({ supplyCount: 2 })],
      demand: [Float64Array.from([60, 35, 5])],
      minutes: { vehicle: minutes, foot: minutes },
      stratumNames: ['Full', 'Empty'],
      cellStratum: Int32Array.from([0, 0, 1]),
    })
    const given = solve(problem, SEARCH).laydown
    const { plans } = finish(tradeOffs(problem, given, SEARCH))
    const kept = plans.filter(({ isDominated }) => !isDominated).map(({ measures }) => measures)
    expect(kept[0]).toMatchObject({ coveredPoints: 95, worst: { name: 'Empty', coveredPoints: 0 } })
    const even = kept.find(({ worst }) => worst!.coveredPoints > 60)
    expect(even?.coveredPoints).toBeCloseTo(65, 6)
    expect(even?.worst?.name).toBe('Full')
  })

  it('can be chosen from by one aim after the other', () => {
    const plans = [
      [80, 9],
      [79, 4],
      [60, 1],
    ].map(([coveredPoints, moveCount]) => ({
      measures: {
        coveredPoints: coveredPoints!,
        worst: null,
        fairMinutes: 0,
        costUsd: 0,
        moveCount: moveCount!,
      },
    }))
    const moves = (toleranceShare: number) =>
      firstByAims(plans, ['coveredPoints', 'moveCount'], toleranceShare)?.measures.moveCount
    expect(moves(0)).toBe(9)
    expect(moves(0.1)).toBe(4)
    expect(moves(1)).toBe(1)
    expect(firstByAims([], ['costUsd'], 0)).toBeNull()
  })
})
