import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lostCoverOf } from '#planner/cover-lost.ts'
import { coverModelOf, UNITS_PER_POINT } from '#planner/engines/cover-model.ts'
import { laydownOf } from '#planner/engines/laydown.ts'
import { coveredBy } from '#planner/explain.ts'
import { solve } from '#planner/index.ts'
import { inputHashOf } from '#planner/input-hash.ts'
import { type Plan, planFrom } from '#planner/plan.ts'
import { levelValuesOf, type PlanProblem } from '#planner/problem.ts'
import { gapSentence } from '#planner/sentences.ts'
import { shiftsBetween } from '#planner/shifts.ts'
import { aProblem, aSite, aSmallProblem, aType } from './problems.ts'

const SEARCH = { seed: 2, maxMoves: 3000 }
const ORIGIN = { objectiveName: 'need-covered', seed: 2, wasStopped: false }

function planned(problem: PlanProblem): Plan {
  return planFrom(problem, solve(problem, SEARCH), ORIGIN)
}

/** Three towns in a row; one platoon of two stands in the wrong one, and only two may be anywhere. */
function threeTowns(parts: Partial<PlanProblem> = {}): PlanProblem {
  //        cell     0    1    2
  const minutes = Float64Array.from([0, 90, 200, 90, 0, 90, 200, 90, 0])
  return aProblem({
    sites: [aSite(0, { cell: 0 }), aSite(1, { cell: 1 }), aSite(2, { cell: 2 })],
    types: [aType({ supplyCount: 2 })],
    demand: [Float64Array.from([10, 20, 70])],
    minutes: { vehicle: minutes, foot: minutes },
    stratumNames: ['Coast', 'Hills'],
    cellStratum: Int32Array.from([0, 0, 1]),
    peopleCount: Float64Array.from([1000, 2000, 7000]),
    currentCount: Int32Array.from([1, 1, 0]),
    movePricePoints: 0.01,
    ...parts,
  })
}

describe('planFrom', () => {
  it('moves the unit that matters least to the town that needs it most, and says so', () => {
    const plan = planned(threeTowns())
    expect(plan.currentCoveredPoints).toBeCloseTo(30, 5)
    expect(plan.coveredPoints).toBeCloseTo(90, 5)
    expect(plan.postings).toHaveLength(1)
    const [posting] = plan.postings
    expect(posting).toMatchObject({
      typeId: 'platoon',
      count: 1,
      fromPlaceId: 'site-000',
      placeId: 'site-002',
      newCover: {
        peopleCount: 7000,
        strata: [{ name: 'Hills', peopleCount: 7000 }],
        cells: [{ cell: 2, minutes: 0 }],
      },
    })
    expect(posting!.gainPoints).toBeCloseTo(59.99, 4)
    expect(posting!.lossWithoutPoints).toBeCloseTo(59.99, 4)
    expect(posting!.runnerUp).toBeNull()
    expect(posting!.reason).toContain('7,000 more people within 60 minutes, most in Hills')
    expect(plan.shadowPrices[0]!.gainPoints).toBeCloseTo(10, 4)
    expect(plan.gapSentence).toMatch(/^No plan can be more than|^Proven best/)
  })

  it('says that nothing needs to move where nothing does', () => {
    const plan = planned(threeTowns({ currentCount: Int32Array.from([0, 1, 1]) }))
    expect(plan.postings).toEqual([])
    expect(plan.reasons).toEqual([
      'What stands today is as good as anything that was found. It covers 90.0 % of weighted need.',
    ])
  })

  it('says which place that has to be used stays empty, and what keeps it so', () => {
    const base = threeTowns({ maxMoveCount: 0 })
    const sites = base.sites.map((site, j) =>
      j === 2 ? { ...site, rule: 'forced' as const } : site,
    )
    const plan = planned({ ...base, sites })
    expect(plan.emptyForced).toMatchObject([{ placeId: 'site-002' }])
    expect(plan.reasons[0]).toBe(
      'Site 2 has to be used and stays empty: the limit on moves is used up.',
    )
  })

  it('says what it costs to leave a place, where nothing moves, and who is no longer reached', () => {
    const base = threeTowns({ maxMoveCount: 0 })
    const sites = base.sites.map((site, j) =>
      j === 1 ? { ...site, rule: 'forbidden' as const } : site,
    )
    const plan = planned({ ...base, sites })
    expect(plan.reasons).toEqual([
      'Covers 10.0 % of weighted need instead of 30.0 %; no unit moves.',
      'No longer reached in time: 2,000 by any Platoon (60 min), most in Coast.',
      expect.stringContaining('Without the limit of 0 moves'),
      'Platoon at Site 1: back to stock, for they may not stay there.',
    ])
  })

  it('tells what is withdrawn by what keeps it from going back', () => {
    const whyOf = (parts: Partial<PlanProblem>, type = {}) => {
      const base = threeTowns({ maxMoveCount: 0, ...parts })
      const plan = planned({ ...base, types: [{ ...base.types[0]!, ...type }] })
      return plan.withdrawals.map(({ why, count }) => [why, count])
    }
    expect(whyOf({}, { reserveCount: 1 })).toEqual([['reserve', 1]])
    expect(whyOf({ costPricePoints: 1 }, { costUsd: 15_000 })).toEqual([['cost', 1]])
    const crews = { needs: { typeIndex: 1, ratio: 1 } }
    const base = threeTowns({ maxMoveCount: 0 })
    const truck = aType({ id: 'truck', name: 'Truck', supplyCount: 1, weight: 0 })
    const plan = planned({
      ...base,
      types: [{ ...base.types[0]!, supplyCount: 1, ...crews }, truck],
      demand: [base.demand[0]!, base.demand[0]!],
      sites: base.sites.map((site, j) => (j === 1 ? { ...site, barredTypes: [1] } : site)),
      currentCount: Int32Array.from([0, 0, 1, 1, 0, 0]),
      fixedCount: new Int32Array(6),
    })
    expect(plan.withdrawals.map(({ typeId, why }) => [typeId, why])).toContainEqual([
      'truck',
      'place',
    ])
  })

  it('obeys a forbidden site and explains what is unmet by it', () => {
    const base = threeTowns()
    const sites = base.sites.map((site, j) =>
      j === 2 ? { ...site, rule: 'forbidden' as const } : site,
    )
    const plan = planned({ ...base, sites })
    expect(plan.laydown.some(({ placeId }) => placeId === 'site-002')).toBe(false)
    expect(plan.unmet.map(({ name, cause }) => [name, cause])).toEqual([
      ['Coast', 'met'],
      ['Hills', 'outOfReach'],
    ])
    expect(plan.unmet[1]!.sentence).toBe(
      'Hills: 0 % of need covered. Most of the rest cannot be reached in time from any place that may be used.',
    )
  })

  it('has a number for every figure even where a type is always busy', () => {
    const plan = planned(
      threeTowns({ types: [aType({ supplyCount: 2, levelValues: levelValuesOf(1) })] }),
    )
    expect(Number.isFinite(plan.objective)).toBe(true)
    expect(plan.postings).toHaveLength(1)
  })

  it('says once of two that come to one place whom they reach, and counts a place once covered as covered', () => {
    const far = Float64Array.from([0, 500, 500, 500, 0, 500, 500, 500, 0])
    const plan = planned(
      threeTowns({
        types: [aType({ supplyCount: 2, levelValues: [0.7, 0.3] })],
        demand: [Float64Array.from([0, 0, 100])],
        minutes: { vehicle: far, foot: far },
        movePricePoints: 0,
      }),
    )
    expect(plan.postings.map(({ placeId }) => placeId)).toEqual(['site-002', 'site-002'])
    const people = plan.postings.map(({ newCover }) => newCover.peopleCount)
    expect([...people].sort()).toEqual([0, 7000])
    expect(plan.coveredPoints).toBeCloseTo(100, 6)
    for (const { runnerUp, fromPlaceId } of plan.postings) {
      expect(runnerUp?.placeId).not.toBe(fromPlaceId)
    }
  })

  it('puts carriers under the crew that they carry', () => {
    const base = threeTowns({ movePricePoints: 0 })
    const crew = aType({ supplyCount: 1, needs: { typeIndex: 1, ratio: 1 } })
    const carrier = aType({ id: 'truck', name: 'Truck', supplyCount: 2, weight: 0 })
    const plan = planned({
      ...base,
      types: [crew, carrier],
      demand: [base.demand[0]!, base.demand[0]!],
      currentCount: Int32Array.from([0, 0, 1, 2, 0, 0]),
      fixedCount: Int32Array.from([0, 0, 0, 1, 0, 0]),
    })
    expect(plan.postings.map(({ typeId, placeId }) => [typeId, placeId])).toEqual([
      ['platoon', 'site-002'],
      ['truck', 'site-002'],
    ])
    expect(plan.postings.map(({ carriesIndex }) => carriesIndex)).toEqual([null, 0])
  })

  it('names the limit on moves where that is what stops a better plan', () => {
    const plan = planned(threeTowns({ maxMoveCount: 0 }))
    expect(plan.postings).toEqual([])
    expect(plan.unmet.map(({ cause }) => cause)).toEqual(['met', 'moves'])
    expect(plan.reasons).toContain('Without the limit of 0 moves the plan could gain 60.0 points.')
    expect(plan.objective).toBe(plan.currentObjective)
  })

  it('loses with each posting left out exactly what it says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const problem = { ...aSmallProblem(seed), maxMoveCount: null }
        const plain = {
          ...problem,
          types: problem.types.map((type) => ({ ...type, needs: null })),
        }
        const found = solve(plain, SEARCH)
        const model = coverModelOf(plain)
        const plan = planFrom(plain, found, ORIGIN)
        for (const shift of shiftsBetween(plain, found.laydown).filter(({ to }) => to >= 0)) {
          const without = found.laydown.slice()
          without[shift.to * model.typeCount + shift.type]! -= shift.count
          if (shift.from >= 0) without[shift.from * model.typeCount + shift.type]! += shift.count
          const lost =
            (laydownOf(model, found.laydown).objective - laydownOf(model, without).objective) /
            UNITS_PER_POINT
          const posting = plan.postings.find(
            ({ placeId, typeId, fromPlaceId }) =>
              placeId === plain.sites[shift.to]!.placeId &&
              typeId === plain.types[shift.type]!.id &&
              fromPlaceId === (plain.sites[shift.from]?.placeId ?? null),
          )
          expect(posting!.lossWithoutPoints).toBeCloseTo(lost, 6)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('names just those whom nobody of the type reaches with a posting left out', () => {
    let lostCount = 0
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const problem = aSmallProblem(seed)
        const { laydown } = solve(problem, SEARCH)
        for (const shift of shiftsBetween(problem, laydown).filter(({ to }) => to >= 0)) {
          const slot = (site: number) => site * problem.types.length + shift.type
          const without = laydown.slice()
          without[slot(shift.to)]! -= shift.count
          if (shift.from >= 0) without[slot(shift.from)]! += shift.count
          const before = coveredBy(problem, shift.type, laydown)
          const after = coveredBy(problem, shift.type, without)
          const demand = problem.demand[shift.type]!
          const lost = [...demand.keys()].filter(
            (cell) => demand[cell]! > 0 && before[cell] === 1 && after[cell] === 0,
          )
          const told = lostCoverOf(problem, laydown, shift)
          expect(told.cellCount).toBe(lost.length)
          expect(told.peopleCount).toBeCloseTo(
            lost.reduce((sum, cell) => sum + problem.peopleCount[cell]!, 0),
            6,
          )
          expect(told.names.length).toBe(Math.min(3, lost.length))
          expect(lost.map((cell) => problem.cellNames[cell])).toEqual(
            expect.arrayContaining([...told.names]),
          )
          lostCount += lost.length
        }
      }),
      { numRuns: 40 },
    )
    expect(lostCount).toBeGreaterThan(5)
  })

  it('accounts for every unit: what leaves and what comes make the laydown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const problem = aSmallProblem(seed)
        const { laydown } = solve(problem, SEARCH)
        const count = problem.currentCount.slice()
        for (const { type, count: units, from, to } of shiftsBetween(problem, laydown)) {
          if (from >= 0) count[from * problem.types.length + type]! -= units
          if (to >= 0) count[to * problem.types.length + type]! += units
        }
        expect([...count]).toEqual([...laydown])
      }),
      { numRuns: 40 },
    )
  })
})

describe('inputHashOf', () => {
  it('changes with any number that a plan follows from', () => {
    const problem = threeTowns()
    const minutes = problem.minutes['vehicle']!.slice()
    minutes[1] = 91
    const changed: PlanProblem[] = [
      { ...problem, minutes: { ...problem.minutes, vehicle: minutes } },
      { ...problem, demand: [Float64Array.from([10, 20, 71])] },
      { ...problem, budgetUsd: 5 },
      { ...problem, fixedCount: Int32Array.from([1, 0, 0]) },
    ]
    const hashes = [problem, ...changed].map(inputHashOf)
    expect(new Set(hashes).size).toBe(5)
    expect(inputHashOf(threeTowns())).toBe(hashes[0])
  })
})

describe('gapSentence', () => {
  it('says "Proven best." only when nothing is left open', () => {
    expect(gapSentence(0)).toBe('Proven best.')
    expect(gapSentence(1e-9)).toBe('No plan can be more than 0.1 % better.')
    expect(gapSentence(0.0185)).toBe('No plan can be more than 1.9 % better.')
    expect(gapSentence(null)).toBe('No bound yet.')
  })
})
