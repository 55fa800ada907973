import { describe, expect, it } from 'vitest'
import { howSure } from '#planner/choices/how-sure.ts'
import { solve } from '#planner/index.ts'
import { finish } from '#planner/steps.ts'
import { aProblem, aSite, aType } from '../problems.ts'

const DRAWS = { seed: 4, drawCount: 60, movesPerDraw: 300 }

/** One unit in a town that nobody asks of; two others far from each other, with need between bounds. */
function twoTowns(lowest: readonly number[], highest: readonly number[]) {
  const minutes = Float64Array.from({ length: 9 }, (_, at) => (at % 4 === 0 ? 0 : 500))
  const middle = lowest.map((low, cell) => (low + highest[cell]!) / 2)
  return aProblem({
    sites: [aSite(0), aSite(1), aSite(2)],
    types: [aType()],
    demand: [Float64Array.from(middle)],
    demandRange: [{ lowest: Float64Array.from(lowest), highest: Float64Array.from(highest) }],
    minutes: { vehicle: minutes, foot: minutes },
    stratumNames: ['A', 'B', 'C'],
    cellStratum: Int32Array.from([0, 1, 2]),
    currentCount: Int32Array.from([1, 0, 0]),
  })
}

function sureOf(problem: ReturnType<typeof twoTowns>) {
  return finish(howSure(problem, solve(problem, { seed: 1, maxMoves: 500 }).laydown, DRAWS))
}

describe('how sure a posting is', () => {
  it('is wholly, where nothing that is unknown could change it', () => {
    const { postings, regretPoints, drawCount } = sureOf(twoTowns([0, 60, 20], [0, 80, 40]))
    expect(drawCount).toBe(60)
    expect(postings).toMatchObject([{ placeId: 'site-001', count: 1, keptShare: 1 }])
    expect(regretPoints).toEqual([0, 0])
  })

  it('is the share of draws in which the other town needs it less', () => {
    // Uniform in 0 to 100 against uniform in 20 to 60: the first is more in 60 %.
    const { postings, regretPoints } = sureOf(twoTowns([0, 0, 20], [0, 100, 60]))
    expect(postings[0]!.placeId).toBe('site-001')
    expect(postings[0]!.keptShare).toBeGreaterThan(0.45)
    expect(postings[0]!.keptShare).toBeLessThan(0.75)
    expect(regretPoints[1]).toBeGreaterThan(20)
  })

  it('spans gains that are re-evaluated under each draw', () => {
    const { postings, gainPoints } = sureOf(twoTowns([0, 50, 0], [0, 50, 50]))
    const [low, high] = postings[0]!.gainPoints
    expect(low).toBeGreaterThanOrEqual(50)
    expect(high).toBeLessThanOrEqual(100)
    expect(high - low).toBeGreaterThan(20)
    expect(gainPoints).toEqual(postings[0]!.gainPoints)
  })

  it('gains no more than what the unit did where it stood leaves over', () => {
    const { postings } = sureOf(twoTowns([30, 60, 10], [30, 60, 10]))
    expect(postings[0]!.placeId).toBe('site-001')
    expect(postings[0]!.gainPoints[0]).toBeCloseTo(30, 6)
    expect(postings[0]!.gainPoints[1]).toBeCloseTo(30, 6)
  })
})
