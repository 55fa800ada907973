import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSearch, solve } from '#planner/index.ts'
import { planFrom } from '#planner/plan.ts'
import { aCountry, aSmallProblem } from './problems.ts'

/** Large enough for all engines to have work, small enough to be searched again and again. */
const PROVINCE = { rowCount: 5, siteCount: 12 }
const ORIGIN = { objectiveName: 'need-covered', seed: 7, wasStopped: false }

describe('search', () => {
  it('comes to the same end however it is cut up', () => {
    const problem = aCountry(3, PROVINCE)
    const whole = solve(problem, { seed: 5, maxMoves: 6000 })
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1 }), (slices) => {
        const search = createSearch(problem, { seed: 5, maxMoves: 6000 })
        for (let i = 0; search.snapshot().phase !== 'done'; i++) {
          search.advance(slices[i % slices.length]!)
        }
        expect(search.snapshot()).toEqual(whole)
      }),
      { numRuns: 8 },
    )
  })

  it('gives one plan, and one hash of it, in 20 runs, and others for other seeds or facts', () => {
    const problem = aCountry(4, PROVINCE)
    const runs = Array.from({ length: 20 }, () => solve(problem, { seed: 7, maxMoves: 4000 }))
    for (const run of runs) expect(run).toEqual(runs[0])
    const hashes = [runs[0]!, runs[19]!].map((run) => planFrom(problem, run, ORIGIN).planHash)
    expect(new Set(hashes).size).toBe(1)
    const other = { ...problem, floorShare: problem.floorShare + 0.01 }
    const moved = planFrom(other, solve(problem, { seed: 7, maxMoves: 4000 }), ORIGIN)
    expect(moved.planHash).not.toBe(hashes[0])
  })

  it('never reports a worse laydown or a looser bound than before', () => {
    const search = createSearch(aCountry(5, { rowCount: 12, siteCount: 40 }), {
      seed: 1,
      maxMoves: 20_000,
    })
    let last = search.snapshot()
    expect(last.phase).toBe('greedy')
    expect(last.bound).toBeNull()
    while (last.phase !== 'done') {
      const next = search.advance(1500)
      expect(next.objective).toBeGreaterThanOrEqual(last.objective)
      expect(next.bound!).toBeLessThanOrEqual(last.bound ?? Infinity)
      expect(next.bound!).toBeGreaterThanOrEqual(next.objective)
      last = next
    }
  })

  it('proves a plan for a country within 6 % in 100,000 moves', () => {
    const found = solve(aCountry(1), { seed: 1, maxMoves: 100_000 })
    expect(found.gapShare!).toBeLessThan(0.06)
    expect(found.gapShare!).toBeGreaterThan(0)
  })

  it('does not need more than one move to be asked about again', () => {
    const problem = aSmallProblem(11)
    const search = createSearch(problem, { seed: 1, maxMoves: 10 })
    expect(search.advance(1000).phase).toBe('done')
    expect(search.advance(1000)).toEqual(search.snapshot())
  })
})
