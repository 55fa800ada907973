import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areaNeed } from '#analysis/area-need.ts'
import { needRanks } from '#analysis/need-ranks.ts'
import { twoCounties } from './small-ground.ts'

const ground = twoCounties(0.3)
const count = ground.grid.cells.length
const score = fc.oneof(fc.constant(Number.NaN), fc.double({ min: 0, max: 10, noNaN: true }))
const scores = fc.array(score, { minLength: count, maxLength: count })

function needOf(values: readonly number[]) {
  const list = Float64Array.from(values)
  const bound = (missing: number) => list.map((value) => (Number.isNaN(value) ? missing : value))
  return {
    score: list,
    evidenceShare: list.map((value) => (Number.isNaN(value) ? 0.2 : 0.9)),
    lowest: bound(0),
    highest: bound(10),
    rank: new Int32Array(count),
    indicatorShares: [list, list.map((value) => 10 - value)].map((scores) =>
      scores.map((score) => score / 10),
    ),
  }
}

describe('areaNeed', () => {
  it('is the mean over people whose need is known, and nothing where too few are', () => {
    fc.assert(
      fc.property(scores, fc.constantFrom(0.2, 0.6, 1), (values, threshold) => {
        areaNeed(ground, needOf(values), threshold).forEach((found, area) => {
          const own = values.filter((_, cell) => ground.grid.areaIndex[cell] === area)
          const known = own.filter((value) => !Number.isNaN(value))
          const mean = (list: readonly number[]) =>
            list.reduce((sum, value) => sum + value, 0) / list.length
          expect(found.knownPeopleShare).toBeCloseTo(known.length / own.length, 12)
          if (known.length / own.length < threshold) expect(found.score).toBeNaN()
          else expect(found.score).toBeCloseTo(mean(known), 9)
          expect(found.lowest).toBeCloseTo(mean(own.map((value) => value || 0)), 9)
          expect(found.highest).toBeCloseTo(
            mean(own.map((value) => (Number.isNaN(value) ? 10 : value))),
            9,
          )
          expect(found.peopleCount).toBe(own.length * 1000)
        })
      }),
    )
  })
})

describe('needRanks', () => {
  const input = (values: readonly number[]) => ({
    ground,
    situation: { need: needOf(values), servedShare: new Float64Array(count) },
    weights: [3, 1],
    mean: 'arithmetic' as const,
    dataThresholdShare: 0.5,
    drawCount: 60,
  })

  it('ranks cells, areas and communities from the same draws, the same each time', () => {
    fc.assert(
      fc.property(scores, (values) => {
        const found = needRanks(input(values))
        expect(needRanks(input(values))).toEqual(found)
        const { cells, communities, areas } = found
        expect(communities).toEqual(cells)
        values.forEach((value, cell) => {
          const ranks = [cells.bestRank, cells.medianRank, cells.worstRank].map(
            (list) => list[cell]!,
          )
          expect([...ranks].sort((a, b) => a - b)).toEqual(ranks)
          expect(ranks[0] === 0).toBe(Number.isNaN(value))
        })
        for (const area of [0, 1]) {
          const isKnown = !Number.isNaN(areaNeed(ground, needOf(values), 0.5)[area]!.score)
          expect(areas.medianRank[area]! > 0).toBe(isKnown)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('puts a community that is served behind one in equal need that is not', () => {
    const values = Array.from({ length: count }, () => 5)
    const servedShare = Float64Array.from(values, (_, cell) => (cell === 0 ? 0.9 : 0))
    const found = needRanks({ ...input(values), situation: { need: needOf(values), servedShare } })
    expect(found.communities.medianRank[0]).toBe(count)
    expect(found.cells.medianRank[0]).toBe(1)
  })
})
