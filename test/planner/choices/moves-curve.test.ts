import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashOf } from '#core/canonical-json.ts'
import { type MovesCurve, movesCurve } from '#planner/choices/moves-curve.ts'
import { coverModelOf, UNITS_PER_POINT } from '#planner/engines/cover-model.ts'
import { isFeasible, laydownOf } from '#planner/engines/laydown.ts'
import { solve } from '#planner/index.ts'
import type { PlanProblem } from '#planner/problem.ts'
import { finish } from '#planner/steps.ts'
import { bestByTrial, worthOf } from '../brute-force.ts'
import { aCountry, aProblem, aSite, aSmallProblem, aType } from '../problems.ts'

const QUICK = { seed: 5, maxMoves: 1_500 }

function curveOf(problem: PlanProblem, known: readonly Int32Array[] = []): MovesCurve {
  return finish(movesCurve(problem, known, QUICK))
}

/** Three units in one place; three towns elsewhere with 60, 30 and 10 % of need, each out of reach of the others. */
function threeTowns(parts: Partial<PlanProblem> = {}): PlanProblem {
  const minutes = Float64Array.from({ length: 12 }, () => 500)
  for (let town = 0; town < 3; town++) minutes[(town + 1) * 3 + town] = 0
  return aProblem({
    sites: [0, 1, 2, 3].map((j) => aSite(j)),
    types: [aType({ supplyCount: 3 })],
    demand: [Float64Array.from([60, 30, 10])],
    minutes: { vehicle: minutes, foot: minutes },
    currentCount: Int32Array.from([3, 0, 0, 0]),
    movePricePoints: 0.5,
    ...parts,
  })
}

/** Nothing stands where it may not, costs anything or is held back. */
function isStandingBest({ sites, types, costPricePoints }: PlanProblem): boolean {
  return (
    costPricePoints === 0 &&
    sites.every(({ rule, barredTypes }) => rule !== 'forbidden' && barredTypes.length === 0) &&
    types.every(({ reserveCount }) => reserveCount === 0)
  )
}

describe('movesCurve', () => {
  it('buys the largest town first, and says what each rung gains', () => {
    const { rungs } = curveOf(threeTowns({ maxMoveCount: 1 }))
    expect(rungs.map(({ maxMoveCount, gainPoints }) => [maxMoveCount, gainPoints])).toEqual([
      [0, 0],
      [1, 59.5],
      [2, 89],
      [null, 98.5],
    ])
    expect(rungs.map(({ sentence }) => sentence)).toEqual([
      'Without any move: 0.0 % of weighted need covered.',
      'With 1 move: 60.0 % of weighted need covered, 59.5 points more than without any, 60 % of what all 3 moves gain. No plan with so few moves can be worth more than 0.1 points more.',
      'With 2 moves: 90.0 % of weighted need covered, 89.0 points more than without any, 90 % of what all 3 moves gain. No plan with so few moves can be worth more than 0.1 points more.',
      'With 3 moves: 100.0 % of weighted need covered, 98.5 points more than without any. No plan can be worth more than 0.1 points more.',
    ])
  })

  it('has no rung that is not allowed, whatever it is told is known', () => {
    const one = { types: [aType()], currentCount: Int32Array.from([1, 0, 0, 0]) }
    const { rungs } = curveOf(threeTowns(one), [Int32Array.from([0, 1, 1, 1])])
    expect(rungs.map(({ coveredPoints }) => coveredPoints)).toEqual([0, 60])
  })

  it('says that nothing is worth moving where nothing is', () => {
    const { rungs } = curveOf(threeTowns({ movePricePoints: 70 }))
    expect(rungs.map(({ maxMoveCount, moveCount }) => [maxMoveCount, moveCount])).toEqual([
      [0, 0],
      [null, 0],
    ])
    expect(rungs[1]!.sentence).toContain('No move that was found is worth making.')
  })

  it('moves a crew with its carriers or not at all, and says so of too few moves', () => {
    const crew = aType({ supplyCount: 1, needs: { typeIndex: 1, ratio: 0.5 } })
    const truck = aType({ id: 'truck', supplyCount: 2, weight: 0 })
    const base = threeTowns()
    const { rungs } = curveOf({
      ...base,
      types: [crew, truck],
      demand: [base.demand[0]!, base.demand[0]!],
      currentCount: Int32Array.from([1, 2, 0, 0, 0, 0, 0, 0]),
      fixedCount: new Int32Array(8),
    })
    expect(rungs.map(({ moveCount }) => moveCount)).toEqual([0, 0, 0, 3])
    expect(rungs[1]!.sentence).toMatch(
      /^With at most 1 move: none that was found is worth making\./,
    )
  })

  it('tells of a place that must be used and that no move fills', () => {
    const base = threeTowns()
    const sites = base.sites.map((site, j) => (j === 3 ? aSite(3, { rule: 'forced' }) : site))
    const { rungs } = curveOf({ ...base, sites })
    expect(rungs.map(({ emptyForcedCount }) => emptyForcedCount)).toEqual([1, 0, 0, 0])
    expect(rungs[0]!.sentence).toContain('1 place that must be used stays empty.')
    expect(rungs[0]!.bound).toBeNull()
    expect(rungs[1]!.gainPoints).toBeCloseTo(9.5, 5)
  })

  it('rises, under bounds that hold, from what stands today to no less than any plan', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const problem = aSmallProblem(seed)
        const free = { ...problem, maxMoveCount: null }
        const plain = solve(free, { seed: 2, maxMoves: 1_000 })
        const { rungs } = curveOf(problem, [plain.laydown])
        const model = coverModelOf(free)
        rungs.forEach((rung, i) => {
          const limit = rung.maxMoveCount ?? Infinity
          expect(rung.moveCount).toBeLessThanOrEqual(limit)
          const laydown = laydownOf({ ...model, maxMoves: limit }, rung.laydown)
          expect(isFeasible(laydown)).toBe(true)
          expect(rung.objective).toBeCloseTo(worthOf(model, rung.laydown) / UNITS_PER_POINT, 6)
          const before = rungs[i - 1]
          if (before && before.emptyForcedCount === rung.emptyForcedCount) {
            expect(rung.objective).toBeGreaterThanOrEqual(before.objective)
            expect(rung.bound ?? Infinity).toBeGreaterThanOrEqual(before.bound ?? -Infinity)
          }
        })
        expect(rungs.at(-1)!.objective).toBeGreaterThanOrEqual(
          laydownOf(model, plain.laydown).objective / UNITS_PER_POINT,
        )
        if (isStandingBest(problem)) {
          expect([...rungs[0]!.laydown]).toEqual([...problem.currentCount])
        }
      }),
      { numRuns: 25 },
    )
  })

  it('is the best there is on nearly every small problem, and never under a bound that is passed', () => {
    let rungCount = 0
    let bestCount = 0
    for (let seed = 0; seed < 40; seed++) {
      const problem = aSmallProblem(seed)
      const { rungs } = curveOf(problem)
      for (const { maxMoveCount, objective, bound, emptyForcedCount } of rungs) {
        const model = coverModelOf({ ...problem, maxMoveCount })
        const best = bestByTrial(model)
        if (emptyForcedCount > 0 || best === -Infinity) continue
        rungCount += 1
        if (objective * UNITS_PER_POINT >= best - 1) bestCount += 1
        expect((bound ?? Infinity) * UNITS_PER_POINT).toBeGreaterThanOrEqual(best - 1)
      }
    }
    expect(rungCount).toBeGreaterThan(70)
    expect(bestCount / rungCount).toBeGreaterThanOrEqual(0.98)
  })

  it('comes out alike on two runs, and ends early with a curve that still rises', () => {
    const problem = aCountry(4, { rowCount: 8, siteCount: 16 })
    const given = solve(problem, { seed: 7, maxMoves: 20_000 }).laydown
    const plain = (curve: MovesCurve) =>
      hashOf(curve.rungs.map((rung) => ({ ...rung, laydown: [...rung.laydown] })))
    const curve = curveOf(problem, [given])
    expect(plain(curveOf(problem, [given]))).toBe(plain(curve))
    expect(curve.rungs.length).toBeGreaterThan(4)
    const steps = movesCurve(problem, [given], QUICK)
    steps.next()
    let last = steps.next(true)
    while (!last.done) last = steps.next(false)
    expect(last.value.wasStopped).toBe(true)
    const worths = last.value.rungs.map(({ objective }) => objective)
    expect(worths).toEqual([...worths].sort((a, b) => a - b))
  })
})
