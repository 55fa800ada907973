import { describe, expect, it } from 'vitest'
import { coverModelOf } from '#planner/engines/cover-model.ts'
import { explainPostings, type PlanPosting } from '#planner/explain.ts'
import type { PlanProblem } from '#planner/problem.ts'
import { shiftsBetween } from '#planner/shifts.ts'
import { aProblem, aSite, aType } from './problems.ts'

function explained(problem: PlanProblem, count: readonly number[]): PlanPosting[] {
  const laydown = Int32Array.from(count)
  const shifts = shiftsBetween(problem, laydown)
  return explainPostings(problem, coverModelOf(problem), { laydown, shifts })
}

/** Two places and two cells: either place reaches the first cell, from 50 or from 10 minutes. */
function twoPlaces(parts: Partial<PlanProblem> = {}): PlanProblem {
  return aProblem({
    sites: [aSite(0), aSite(1)],
    types: [aType({ supplyCount: 2 })],
    demand: [Float64Array.from([10, 0])],
    minutes: { vehicle: Float64Array.from([50, 50, 10, 500]) },
    currentCount: Int32Array.from([1, 0]),
    ...parts,
  })
}

describe('what a posting does', () => {
  it('brings service nearer where a better grade is reached, and says nothing of being busy', () => {
    const grades = [
      { withinMinutes: 30, worth: 1 },
      { withinMinutes: 60, worth: 0.5 },
    ]
    const problem = twoPlaces({ types: [aType({ supplyCount: 2, grades })] })
    expect(explained(problem, [1, 1])[0]!.effect).toBe('brings service nearer to 100 people')
    expect(explained(problem, [0, 1])[0]!.effect).toBe('brings service nearer to 100 people')
  })

  it('stands by for those whose one unit may be busy, only where a second one counts', () => {
    const busy = twoPlaces({ types: [aType({ supplyCount: 2, levelValues: [0.7, 0.3] })] })
    expect(explained(busy, [1, 1])[0]!.effect).toBe(
      'stands by for 100 people when the unit that reaches them is busy',
    )
    expect(explained(twoPlaces(), [1, 1])[0]!.effect).toBe('serves nobody better')
  })

  it('keeps people within reach where the unit that has them may not stay', () => {
    const sites = [aSite(0, { rule: 'forbidden' }), aSite(1)]
    expect(explained(twoPlaces({ sites }), [0, 1])[0]!.effect).toBe(
      'keeps 100 people within 60 minutes of Platoon',
    )
  })

  it('fills a place that has to be used', () => {
    const sites = [aSite(0), aSite(1, { rule: 'forced' })]
    expect(explained(twoPlaces({ sites }), [1, 1])[0]!.effect).toBe(
      'fills a place that has to be used',
    )
  })
})

describe('the runner-up', () => {
  /** Crews that each need a truck; towns 0 to 3 have 10, 40, 30 and 20 % of need. */
  function fourTowns(parts: Partial<PlanProblem> = {}): PlanProblem {
    const minutes = Float64Array.from({ length: 16 }, (_, at) => (at % 5 === 0 ? 0 : 500))
    const need = Float64Array.from([10, 40, 30, 20])
    return aProblem({
      sites: [aSite(0), aSite(1), aSite(2, { capacityUnits: 1 }), aSite(3)],
      types: [
        aType({ needs: { typeIndex: 1, ratio: 1 } }),
        aType({ id: 'truck', name: 'Truck', supplyCount: 1, weight: 0 }),
      ],
      demand: [need, need],
      minutes: { vehicle: minutes },
      currentCount: Int32Array.from([1, 1, 0, 0, 0, 0, 0, 0]),
      ...parts,
    })
  }
  const PLAN = [0, 0, 1, 1, 0, 0, 0, 0]

  it('has room for the carriers that a crew lacks there', () => {
    const [crew] = explained(fourTowns(), PLAN)
    expect(crew!.runnerUp).toMatchObject({ placeId: 'site-003' })
    expect(crew!.runnerUp!.lossPoints).toBeCloseTo(20, 6)
  })

  it('is none where carriers may not come along', () => {
    const base = fourTowns()
    const sites = base.sites.map((site, j) => (j === 3 ? { ...site, barredTypes: [1] } : site))
    expect(explained({ ...base, sites }, PLAN)[0]!.runnerUp).toBeNull()
    const held = Int32Array.from([0, 0, 0, 1, 0, 0, 0, 0])
    const kept = fourTowns({ currentCount: Int32Array.from([1, 0, 0, 1, 0, 0, 0, 0]) })
    expect(explained({ ...kept, fixedCount: held }, PLAN)[0]!.runnerUp).toBeNull()
  })

  it('is none for what a place has to have', () => {
    const base = fourTowns()
    const sites = base.sites.map((site, j) =>
      j === 1 ? { ...site, rule: 'forced' as const } : site,
    )
    expect(
      explained(
        {
          ...base,
          sites,
          types: [aType()],
          demand: [base.demand[0]!],
          currentCount: Int32Array.from([1, 0, 0, 0]),
          fixedCount: new Int32Array(4),
        },
        [0, 1, 0, 0],
      )[0]!.runnerUp,
    ).toBeNull()
  })
})
