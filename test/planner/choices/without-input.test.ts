import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashOf } from '#core/canonical-json.ts'
import {
  type InputSwitch,
  type WithoutInput,
  withoutInput,
} from '#planner/choices/without-input.ts'
import { coverModelOf, UNITS_PER_POINT } from '#planner/engines/cover-model.ts'
import { isFeasible, laydownOf } from '#planner/engines/laydown.ts'
import { solve } from '#planner/index.ts'
import type { PlanProblem } from '#planner/problem.ts'
import { finish } from '#planner/steps.ts'
import { bestByTrial, worthOf } from '../brute-force.ts'
import { aCountry, aProblem, aSite, aSmallProblem, aType } from '../problems.ts'

const QUICK = { seed: 5, maxMoves: 1_500 }

function switched(of: Omit<InputSwitch, 'inputName'>): WithoutInput {
  return finish(withoutInput({ ...of, inputName: 'the surveys' }, QUICK))
}

/** Two units in a depot; three towns, each out of reach of the others. */
function threeTowns(demand: readonly number[], names = ['a', 'b', 'c']): PlanProblem {
  const minutes = Float64Array.from({ length: 12 }, () => 500)
  for (let town = 0; town < 3; town++) minutes[(town + 1) * 3 + town] = 0
  const sites = ['depot', ...names].map((placeId, j) => ({ ...aSite(j), placeId, name: placeId }))
  return aProblem({
    sites,
    types: [aType({ supplyCount: 2 })],
    demand: [Float64Array.from(demand)],
    minutes: { vehicle: minutes, foot: minutes },
    currentCount: Int32Array.from([2, 0, 0, 0]),
    movePricePoints: 0.01,
  })
}

const AT_A_AND_B = Int32Array.from([0, 1, 1, 0])

describe('withoutInput', () => {
  it('says which postings hang on an input, and what each plan is worth under the facts of the other', () => {
    const found = switched({
      before: threeTowns([50, 30, 20]),
      after: threeTowns([50, 10, 40]),
      given: AT_A_AND_B,
    })
    const places = (rows: readonly { readonly placeId: string }[]) =>
      rows.map(({ placeId }) => placeId)
    expect([places(found.stay), places(found.go), places(found.come)]).toEqual([
      ['a'],
      ['b'],
      ['c'],
    ])
    expect(found.withInput.regretPoints).toBeCloseTo(10, 5)
    expect(found.withoutInput.regretPoints).toBeCloseTo(30, 5)
    expect(found.sentence).toBe(
      'Without the surveys, 1 posted unit would stay, 1 would go and 1 would come. With the surveys, the plan made without is worth 10.0 points less than this one. Without the surveys, this plan is worth 30.0 points less than the one made for it.',
    )
  })

  it('keeps a plan that is as good without the input, and knows an input that nothing follows from', () => {
    const before = threeTowns([50, 25, 25])
    const same = switched({ before, after: threeTowns([60, 20, 20]), given: AT_A_AND_B })
    expect([same.goCount, same.comeCount, same.stayCount]).toEqual([0, 0, 2])
    expect(same.sentence).toBe('Without the surveys the same postings are proposed.')
    const nothing = switched({ before, after: threeTowns([50, 25, 25]), given: AT_A_AND_B })
    expect(nothing.isSameProblem).toBe(true)
    expect(nothing.sentence).toContain('does not depend on the surveys')
  })

  it('counts units whose place is not there without the input', () => {
    const found = switched({
      before: threeTowns([50, 30, 20]),
      after: threeTowns([50, 30, 20], ['a', 'x', 'c']),
      given: AT_A_AND_B,
    })
    expect(found.withoutInput).toMatchObject({ lostCount: 1, otherPoints: 49.99 })
    expect(found.come.map(({ placeId }) => placeId)).toEqual(['x'])
    expect(found.withInput.lostCount).toBe(1)
  })

  it('does not keep a plan that leaves a place empty which has to be used without the input', () => {
    const before = threeTowns([50, 30, 20])
    const sites = before.sites.map((site, j) =>
      j === 3 ? { ...site, rule: 'forced' as const } : site,
    )
    const found = switched({ before, after: { ...before, sites }, given: AT_A_AND_B })
    expect(found.come.map(({ placeId }) => placeId)).toEqual(['c'])
    expect(found.withoutInput.otherPoints).toBeNull()
    expect(found.sentence).toContain(
      'Without the surveys, this plan would break a limit or the rule of a place.',
    )
  })

  it('regrets exactly what trying the laydowns under both facts says, and never a plan carried over', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 1, max: 9 }),
        (seed, extra) => {
          const before = aSmallProblem(seed)
          const demand = before.demand.map((values) =>
            values.map((value, cell) => (cell % 2 === 0 ? value + extra : value)),
          )
          const after = { ...before, demand }
          const given = solve(before, QUICK).laydown
          const found = switched({ before, after, given })
          const [old, now] = [coverModelOf(before), coverModelOf(after)]
          const points = (model: typeof old, count: Int32Array) =>
            worthOf(model, count) / UNITS_PER_POINT
          expect(isFeasible(laydownOf(now, found.withoutLaydown))).toBe(true)
          expect(found.withInput.ownPoints).toBeCloseTo(points(old, given), 6)
          expect(found.withInput.otherPoints!).toBeCloseTo(points(old, found.withoutLaydown), 6)
          expect(found.withoutInput.ownPoints).toBeCloseTo(points(now, found.withoutLaydown), 6)
          expect(found.withoutInput.otherPoints!).toBeCloseTo(points(now, given), 6)
          expect(found.withoutInput.regretPoints!).toBeGreaterThanOrEqual(0)
          const best = bestByTrial(now) / UNITS_PER_POINT
          if (found.bound !== null) expect(found.bound).toBeGreaterThanOrEqual(best - 1e-6)
          const total = (rows: 'stay' | 'go', key: 'withCount' | 'withoutCount') =>
            found[rows].reduce((sum, row) => sum + row[key], 0)
          const posted = given.reduce(
            (sum, units, slot) => sum + Math.max(0, units - before.currentCount[slot]!),
            0,
          )
          expect(total('stay', 'withCount') + total('go', 'withCount')).toBe(posted)
          expect(found.stayCount + found.goCount).toBe(posted)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('comes out alike on two runs, and ends early when asked to', () => {
    const before = aCountry(4, { rowCount: 8, siteCount: 16 })
    const after = { ...before, demand: before.demand.map((values) => values.toReversed()) }
    const given = solve(before, { seed: 7, maxMoves: 5_000 }).laydown
    const plain = (found: WithoutInput) =>
      hashOf({ ...found, withoutLaydown: [...found.withoutLaydown] })
    const found = switched({ before, after, given })
    expect(plain(switched({ before, after, given }))).toBe(plain(found))
    expect(found.goCount).toBeGreaterThan(0)
    const steps = withoutInput({ before, after, given, inputName: 'the surveys' }, QUICK)
    steps.next()
    const last = steps.next(true)
    expect(last.value).toMatchObject({ wasStopped: true })
  })
})
