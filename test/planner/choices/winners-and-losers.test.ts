import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { winnersAndLosers } from '#planner/choices/winners-and-losers.ts'
import { solve } from '#planner/index.ts'
import { coveredPointsOf } from '#planner/plan.ts'
import type { PlanProblem } from '#planner/problem.ts'
import { aCountry, aProblem, aSite, aSmallProblem, aType } from '../problems.ts'

/** Three towns; the one unit goes from the small one to the large one, and passes the middle one by. */
function threeTowns(parts: Partial<PlanProblem> = {}): PlanProblem {
  const minutes = Float64Array.from([0, 50, Number.NaN, Number.NaN, 55, 10])
  return aProblem({
    sites: [aSite(0), aSite(1)],
    types: [aType()],
    demand: [Float64Array.from([10, 30, 60])],
    minutes: { vehicle: minutes, foot: minutes },
    stratumNames: ['Coast', 'Hills', 'Empty'],
    cellStratum: Int32Array.from([0, 0, 1]),
    peopleCount: Float64Array.from([1_000, 2_000.3, 7_000]),
    currentCount: Int32Array.from([1, 0]),
    ...parts,
  })
}

const MOVED = Int32Array.from([0, 1])

describe('winnersAndLosers', () => {
  it('names who comes within reach and who drops out, largest first, with minutes', () => {
    const [outcome, ...others] = winnersAndLosers(threeTowns(), MOVED)
    expect(others).toEqual([])
    expect(outcome).toMatchObject({
      gainedPeople: 7_000,
      lostPeople: 1_000,
      neverPeople: 0,
      nearerPeople: 7_000,
      asFarPeople: 0,
      gainedPoints: 60,
      lostPoints: 10,
    })
    expect(outcome!.keptPeople).toBeCloseTo(2_000.3, 3)
    expect(outcome!.fartherPeople).toBeCloseTo(3_000.3, 3)
    expect(outcome!.strata.map(({ name }) => name)).toEqual(['Hills', 'Coast'])
    expect(outcome!.gained).toEqual([
      {
        cell: 2,
        name: 'cell 2',
        stratumName: 'Hills',
        people: 7_000,
        minutesBefore: null,
        minutesAfter: 10,
      },
    ])
    expect(outcome!.lost).toMatchObject([{ name: 'cell 0', minutesBefore: 0, minutesAfter: null }])
    expect(outcome!.sentence).toBe(
      '7,000 more people are within 60 minutes of Platoon, most in Hills; 1,000 are no longer, most in Coast.',
    )
  })

  it('says so where nothing changes', () => {
    const [outcome] = winnersAndLosers(threeTowns(), Int32Array.from([1, 0]))
    expect(outcome!.sentence).toBe(
      'Nobody comes within 60 minutes of Platoon who was not before, and nobody drops out.',
    )
    expect(outcome!.gained).toEqual([])
  })

  it('counts cells without a county, and leaves out what only carries others', () => {
    const types = [aType(), aType({ id: 'truck', weight: 0 })]
    const base = threeTowns({ cellStratum: Int32Array.from([0, 0, -1]) })
    const problem = {
      ...base,
      types,
      demand: [base.demand[0]!, base.demand[0]!],
      currentCount: Int32Array.from([1, 1, 0, 0]),
      fixedCount: new Int32Array(4),
    }
    const outcomes = winnersAndLosers(problem, Int32Array.from([0, 0, 1, 1]))
    expect(outcomes.map(({ typeId }) => typeId)).toEqual(['platoon'])
    expect(outcomes[0]!.strata[0]).toMatchObject({ name: 'no county', gainedPeople: 7_000 })
  })

  it('sums to the last person to the difference of the totals, and in points to the headline', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.double({ min: 0.1, max: 3e4, noNaN: true }),
        (seed, each) => {
          const problem = aSmallProblem(seed)
          const peopleCount = problem.peopleCount.map((_, cell) => each / (cell + 1))
          expectSums({ ...problem, peopleCount })
        },
      ),
      { numRuns: 60 },
    )
    expectSums(aCountry(4, { rowCount: 12, siteCount: 40 }))
  })
})

function expectSums(problem: PlanProblem) {
  const { laydown } = solve(problem, { seed: 2, maxMoves: 1_000 })
  const outcomes = winnersAndLosers(problem, laydown)
  const all = problem.peopleCount.reduce((sum, count) => sum + count, 0)
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  for (const outcome of outcomes) {
    for (const part of [outcome, ...outcome.strata]) {
      expect(part.gainedPeople - part.lostPeople).toBe(part.afterPeople - part.beforePeople)
      expect(part.keptPeople + part.lostPeople).toBe(part.beforePeople)
      expect(part.nearerPeople + part.fartherPeople + part.asFarPeople).toBe(
        part.keptPeople + part.gainedPeople + part.lostPeople + part.neverPeople,
      )
    }
    for (const key of ['beforePeople', 'afterPeople', 'gainedPeople', 'lostPeople'] as const) {
      expect(sum(outcome.strata.map((stratum) => stratum[key]))).toBe(outcome[key])
    }
    expect(outcome.beforePeople + outcome.gainedPeople + outcome.neverPeople).toBeCloseTo(all, 0)
  }
  const points = sum(outcomes.map(({ gainedPoints, lostPoints }) => gainedPoints - lostPoints))
  const headline =
    coveredPointsOf(problem, laydown) - coveredPointsOf(problem, problem.currentCount)
  expect(points).toBeCloseTo(headline, 4)
}
