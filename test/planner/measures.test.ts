import { describe, expect, it } from 'vitest'
import { kolmPollakEde, kolmPollakKappa } from '#analysis/equity.ts'
import { measuresIn } from '#planner/measures.ts'
import { coveredPointsOf } from '#planner/plan.ts'
import { aProblem, aSite, aSmallProblem, aType } from './problems.ts'

/** Two towns 100 minutes apart, a third that nobody gets to. */
function towns() {
  const minutes = Float64Array.from([0, 100, Number.NaN, 100, 0, Number.NaN])
  return aProblem({
    sites: [aSite(0, { openingCostUsd: 500 }), aSite(1, { openingCostUsd: 700 })],
    types: [aType({ supplyCount: 2, costUsd: 1000 })],
    demand: [Float64Array.from([50, 30, 20])],
    minutes: { vehicle: minutes, foot: minutes },
    stratumNames: ['Coast', 'Hills'],
    cellStratum: Int32Array.from([0, 1, 1]),
    currentCount: Int32Array.from([1, 0]),
  })
}

describe('measures of a laydown', () => {
  it('are those worked out by hand', () => {
    const measured = measuresIn(towns())
    expect(measured(Int32Array.from([1, 0]))).toMatchObject({
      coveredPoints: 50,
      worst: { name: 'Hills', coveredPoints: 0 },
      costUsd: 1500,
      moveCount: 0,
    })
    const both = measured(Int32Array.from([1, 1]))
    expect(both).toMatchObject({ coveredPoints: 80, costUsd: 3200, moveCount: 1 })
    expect(both.worst).toEqual({ name: 'Hills', coveredPoints: 60 })
  })

  it('take the fair minutes with the aversion of today, out of reach as four hours', () => {
    const people = [50, 30, 20]
    const kappa = kolmPollakKappa({ values: [0, 100, 240], people })
    const expected = kolmPollakEde({ values: [0, 0, 240], people }, kappa)
    const { fairMinutes } = measuresIn(towns())(Int32Array.from([1, 1]))
    expect(fairMinutes).toBeCloseTo(expected, 9)
  })

  it('count as covered what the plan counts', () => {
    for (let seed = 0; seed < 200; seed++) {
      const problem = aSmallProblem(seed)
      const { coveredPoints } = measuresIn(problem)(problem.currentCount)
      expect(coveredPoints).toBeCloseTo(coveredPointsOf(problem, problem.currentCount), 4)
    }
  })
})
