import { describe, expect, it } from 'vitest'
import { coverModelOf, UNITS_PER_POINT } from '#planner/engines/cover-model.ts'
import { solve } from '#planner/index.ts'
import { limitPricesOf, shadowPricesOf } from '#planner/next-units.ts'
import { moreUnits } from '#planner/reasons/more-units.ts'
import { unmetOf } from '#planner/unmet.ts'
import { bestByTrial } from './brute-force.ts'
import { aCountry, aProblem, aSite, aSmallProblem, aType } from './problems.ts'

describe('one more unit', () => {
  it('is said to add nothing only where that is so', () => {
    const seen = { nothing: 0, something: 0 }
    for (let seed = 1; seed <= 60; seed++) {
      const problem = aSmallProblem(seed)
      const model = coverModelOf(problem)
      const best = bestByTrial(model)
      const { laydown } = solve(problem, { seed: 1, maxMoves: 2_000 })
      if (!Number.isFinite(best)) continue
      shadowPricesOf(problem, model, laydown).forEach(({ gainPoints, sentence }, type) => {
        const more = bestByTrial(coverModelOf(moreUnits(problem, [{ type, count: 1 }])))
        const possible = (more - best) / UNITS_PER_POINT
        expect(gainPoints).toBeLessThanOrEqual(possible + 1e-6)
        if (/nothing; proven/.test(sentence)) expect(possible).toBeLessThan(0.01)
        else if (possible < 0.01) expect(sentence).toContain('nothing that was found')
        expect(sentence).not.toMatch(/nothing\.$/)
        seen[possible < 0.01 ? 'nothing' : 'something'] += 1
      })
    }
    expect(Math.min(seen.nothing, seen.something)).toBeGreaterThan(10)
  })

  it('is not said to add nothing where too little was searched to know', () => {
    const problem = aCountry(1, { rowCount: 10, siteCount: 30 })
    const { laydown } = solve(problem, { seed: 1, maxMoves: 2_000 })
    for (const { gainPoints, sentence } of shadowPricesOf(
      problem,
      coverModelOf(problem),
      laydown,
    )) {
      if (gainPoints < 0.01) expect(sentence).toContain('nothing that was found')
    }
  })
})

describe('the limit on moves', () => {
  it('is named to those alone who gain without it', () => {
    // One unit has West. North could have it only by losing West; South has one in the wrong place.
    const minutes = Float64Array.from({ length: 16 }, (_, at) => (at % 5 === 0 ? 0 : 500))
    const problem = aProblem({
      sites: [0, 1, 2, 3].map((j) => aSite(j)),
      types: [aType({ supplyCount: 2 })],
      demand: [Float64Array.from([40, 10, 20, 0])],
      minutes: { vehicle: minutes },
      stratumNames: ['West', 'North', 'South'],
      cellStratum: Int32Array.from([0, 1, 2, 2]),
      currentCount: Int32Array.from([1, 0, 0, 1]),
      maxMoveCount: 0,
    })
    const model = coverModelOf(problem)
    const laydown = problem.currentCount
    const limitPrices = limitPricesOf(problem, model, laydown)
    expect(limitPrices).toMatchObject([{ limit: 'moves', raisedStrata: [2] }])
    expect(limitPrices[0]!.sentence).toMatch(/could gain at least 28\.5 points\.$/)
    const unmet = unmetOf(problem, model, { laydown, limitPrices })
    expect(unmet.map(({ name, cause }) => [name, cause])).toEqual([
      ['West', 'met'],
      ['North', 'supply'],
      ['South', 'moves'],
    ])
  })
})
