import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashOf } from '#core/canonical-json.ts'
import {
  ALTERNATIVES,
  type Alternatives,
  type AlternativesSettings,
  alternatives,
} from '#planner/choices/alternatives.ts'
import { apartShare, postedIn } from '#planner/choices/postings.ts'
import { coverModelOf, UNITS_PER_POINT } from '#planner/engines/cover-model.ts'
import { isFeasible, laydownOf } from '#planner/engines/laydown.ts'
import { solve } from '#planner/index.ts'
import type { PlanProblem } from '#planner/problem.ts'
import { finish } from '#planner/steps.ts'
import { allowedLaydowns, worthOf } from '../brute-force.ts'
import { aCountry, aProblem, aSite, aSmallProblem, aType } from '../problems.ts'

const QUICK: AlternativesSettings = {
  ...ALTERNATIVES,
  seed: 3,
  searchCount: 8,
  movesPerSearch: 1_000,
}

function found(problem: PlanProblem, settings = QUICK): Alternatives {
  const { laydown } = solve(problem, { seed: 2, maxMoves: 3_000 })
  return finish(alternatives(problem, laydown, settings))
}

/** Four towns far from each other, alike but for a person or two, and one unit to post. */
function fourTowns(people: readonly number[]): PlanProblem {
  const minutes = Float64Array.from({ length: 16 }, (_, i) => (i % 5 === 0 ? 0 : 500))
  return aProblem({
    sites: [0, 1, 2, 3].map((j) => aSite(j)),
    types: [aType()],
    demand: [Float64Array.from(people)],
    minutes: { vehicle: minutes, foot: minutes },
  })
}

function expectSound(
  problem: PlanProblem,
  { plans }: Alternatives,
  settings: AlternativesSettings,
) {
  const model = coverModelOf(problem)
  const best = plans[0]!.objective
  const posted = plans.map(({ laydown }) => postedIn(model, laydown))
  plans.forEach(({ laydown, objective }, i) => {
    expect(isFeasible(laydownOf(model, laydown))).toBe(true)
    expect(objective).toBeCloseTo(worthOf(model, laydown) / UNITS_PER_POINT, 6)
    expect(objective).toBeGreaterThanOrEqual(best - settings.withinShare * Math.abs(best) - 1e-6)
    for (const other of posted.slice(0, i)) {
      expect(apartShare(other, posted[i]!)).toBeGreaterThanOrEqual(settings.apartShare)
    }
  })
}

describe('alternatives', () => {
  it('finds the towns that do as well, and no town that costs more than the share', () => {
    const { plans, standings, sentence } = found(fourTowns([100, 99, 98.5, 60]))
    expect(plans.map(({ postings }) => postings.map(({ placeId }) => placeId))).toEqual([
      ['site-000'],
      ['site-001'],
      ['site-002'],
    ])
    expect(plans.map(({ lossShare }) => lossShare.toFixed(3))).toEqual(['0.000', '0.010', '0.015'])
    expect(standings.map(({ placeId, kind, planCount }) => [placeId, kind, planCount])).toEqual([
      ['site-000', 'sometimes', 1],
      ['site-001', 'sometimes', 1],
      ['site-002', 'sometimes', 1],
      ['site-003', 'never', 0],
    ])
    expect(sentence).toBe(
      '3 plans are within 2.0 % of each other’s worth and differ in at least 25 % of their units. Against today they gain 27.6 to 28.0 points. 0 postings stand in all of them, 3 only in some.',
    )
  })

  it('says that it knows of no other where none is near, and claims no proof', () => {
    const { plans, sentence } = found(fourTowns([100, 60, 50, 40]))
    expect(plans).toHaveLength(1)
    expect(sentence).toContain('There may be one.')
  })

  it('puts a better plan first where it meets one, and says so', () => {
    const problem = fourTowns([100, 60, 50, 40])
    const { plans, isBetterThanGiven } = finish(
      alternatives(problem, Int32Array.from([0, 1, 0, 0]), QUICK),
    )
    expect(plans[0]!.objective).toBeCloseTo(40, 5)
    expect(isBetterThanGiven).toBe(true)
  })

  it('keeps every limit, the share and the distance, on any small problem', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.constantFrom(0.02, 0.3),
        fc.constantFrom(0.25, 0.6),
        (seed, withinShare, apart) => {
          const problem = aSmallProblem(seed)
          const settings = { ...QUICK, withinShare, apartShare: apart }
          expectSound(problem, found(problem, settings), settings)
        },
      ),
      { numRuns: 25 },
    )
  })

  it('finds another plan on nearly every small problem that has one, as trying all of them tells', () => {
    const settings = { ...QUICK, withinShare: 0.2 }
    let thereCount = 0
    let foundCount = 0
    for (let seed = 0; seed < 180; seed++) {
      const problem = aSmallProblem(seed)
      const model = coverModelOf(problem)
      const { plans } = found(problem, settings)
      const best = laydownOf(model, plans[0]!.laydown).objective
      const posted = postedIn(model, plans[0]!.laydown)
      let hasOther = false
      for (const count of allowedLaydowns(model)) {
        const isNear = worthOf(model, count) >= best - settings.withinShare * Math.abs(best)
        const other = postedIn(model, count)
        // With all of its postings it is the same plan and moves that earn nothing.
        const hasAll = posted.every((units, slot) => units <= other[slot]!)
        hasOther ||= isNear && !hasAll && apartShare(posted, other) >= settings.apartShare
      }
      thereCount += Number(hasOther)
      foundCount += Number(hasOther && plans.length > 1)
    }
    expect(thereCount).toBeGreaterThanOrEqual(9)
    expect(foundCount / thereCount).toBeGreaterThan(0.9)
  })

  it('finds several for a country, the same ones on every run', () => {
    const problem = aCountry(4, { rowCount: 12, siteCount: 40 })
    const settings = { ...QUICK, movesPerSearch: 20_000 }
    const given = solve(problem, { seed: 7, maxMoves: 60_000 }).laydown
    const run = () => finish(alternatives(problem, given, settings))
    const answer = run()
    expectSound(problem, answer, settings)
    expect(answer.plans.length).toBeGreaterThan(1)
    const plain = (of: Alternatives) =>
      hashOf({ ...of, plans: of.plans.map((plan) => ({ ...plan, laydown: [...plan.laydown] })) })
    expect(plain(run())).toBe(plain(answer))
  })

  it('ends with what it has once it is asked to', () => {
    const problem = aCountry(4, { rowCount: 12, siteCount: 40 })
    const given = solve(problem, { seed: 7, maxMoves: 2_000 }).laydown
    const steps = alternatives(problem, given, QUICK)
    steps.next()
    const last = steps.next(true)
    expect(last.done).toBe(true)
    expect(last.value).toMatchObject({ wasStopped: true, searchCount: 1 })
  })
})
