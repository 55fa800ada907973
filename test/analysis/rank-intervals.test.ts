import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RankOptions, rankIntervals, rankIntervalsOf } from '#analysis/rank-intervals.ts'
import { createRanker } from '#analysis/statistics/ranks.ts'
import { hasReferences, referenceValues } from './reference-values.ts'

type Reference = {
  rank_acceptability: {
    scores: Record<string, number[]>
    exact_first_rank_share: Record<string, number>
    exact_pairwise_win: Record<string, Record<string, number | null>>
    mc_rank_shares: Record<string, number[]>
  }
}

const OPTIONS: RankOptions = {
  weights: [1, 1, 1],
  concentration: 3,
  goalpostMoveShare: 0,
  means: ['arithmetic'],
  drawCount: 4000,
  seed: 7,
  topCount: 2,
}

function needOf(rows: readonly (readonly number[])[]) {
  return {
    score: Float64Array.from(rows, () => 1),
    indicatorShares: [0, 1, 2].map((k) => Float64Array.from(rows, (row) => row[k]! / 10)),
  }
}

describe('rankIntervals', () => {
  it.skipIf(!hasReferences)('comes within 3σ of the exact first-rank shares', () => {
    const { rank_acceptability: exact } = referenceValues<Reference>('07-composite/need_index.json')
    const names = Object.keys(exact.scores)
    const found = rankIntervals(needOf(names.map((name) => exact.scores[name]!)), OPTIONS)
    names.forEach((name, i) => {
      const p = exact.exact_first_rank_share[name]!
      const sigma = Math.sqrt((p * (1 - p)) / OPTIONS.drawCount)
      expect(Math.abs(found.firstShare[i]! - p)).toBeLessThanOrEqual(3 * sigma + 1e-12)
      const top = exact.mc_rank_shares[name]![0]! + exact.mc_rank_shares[name]![1]!
      expect(Math.abs(found.topShare[i]! - top)).toBeLessThan(0.03)
    })
  })

  it.skipIf(!hasReferences)(
    'comes within 3σ of the exact chance that one stands above another',
    () => {
      const { rank_acceptability: exact } = referenceValues<Reference>(
        '07-composite/need_index.json',
      )
      const names = Object.keys(exact.scores)
      const need = needOf(names.map((name) => exact.scores[name]!))
      const all = {
        placeCount: names.length,
        isPaired: true,
        valuesOf: (list: Float64Array) => list,
      }
      const { aboveShare } = rankIntervalsOf(need, OPTIONS, [all])[0]!
      names.forEach((a, i) => {
        names.forEach((b, j) => {
          const found = aboveShare![i * names.length + j]!
          const p = exact.exact_pairwise_win[a]![b] ?? Number.NaN
          const sigma = Math.sqrt((p * (1 - p)) / OPTIONS.drawCount)
          if (a === b) expect(found).toBeNaN()
          else expect(Math.abs(found - p)).toBeLessThanOrEqual(3 * sigma + 1e-12)
        })
      })
    },
  )

  it('halves a tie between the two, and compares nobody with one who has no rank', () => {
    const need = needOf([
      [4, 4, 4],
      [4, 4, 4],
      [1, 1, 1],
    ])
    need.score[2] = Number.NaN
    const all = { placeCount: 3, isPaired: true, valuesOf: (list: Float64Array) => list }
    const { aboveShare } = rankIntervalsOf(need, OPTIONS, [all])[0]!
    expect([aboveShare![1], aboveShare![3]]).toEqual([0.5, 0.5])
    expect(aboveShare![2]).toBeNaN()
  })

  it('widens as goalposts move, and knows what lies beyond the chosen ones', () => {
    const width = (goalpostMoveShare: number) => {
      const need = needOf(
        Array.from({ length: 40 }, (_, i) => [i % 12, (i * 7) % 13, (i * 3) % 11]),
      )
      const { bestRank, worstRank } = rankIntervals(need, {
        ...OPTIONS,
        concentration: 5000,
        goalpostMoveShare,
      })
      return worstRank.reduce((sum, rank, i) => sum + rank - bestRank[i]!, 0)
    }
    expect(width(0.25)).toBeGreaterThan(width(0) * 1.5)
    const beyond = needOf([
      [10, 10, 10],
      [12, 12, 12],
    ])
    expect(rankIntervals(beyond, OPTIONS).firstShare[0]).toBe(1)
    const moved = rankIntervals(beyond, { ...OPTIONS, goalpostMoveShare: 0.25 })
    expect(moved.firstShare[1]).toBe(1)
    expect(moved.firstShare[0]).toBeLessThan(0.2)
  })

  it('gives the same answer for the same seed and another for another', () => {
    const need = needOf([
      [9, 2, 4],
      [5, 6, 5],
      [3, 8, 3],
      [6, 3, 8],
    ])
    const first = rankIntervals(need, OPTIONS)
    expect(rankIntervals(need, OPTIONS)).toEqual(first)
    expect(rankIntervals(need, { ...OPTIONS, seed: 8 }).firstShare).not.toEqual(first.firstShare)
  })

  it('narrows as the draws stay closer to the chosen weights', () => {
    const need = needOf(Array.from({ length: 40 }, (_, i) => [i % 10, (i * 7) % 11, (i * 3) % 8]))
    const width = (concentration: number) => {
      const { bestRank, worstRank } = rankIntervals(need, { ...OPTIONS, concentration })
      return worstRank.reduce((sum, rank, i) => sum + rank - bestRank[i]!, 0)
    }
    expect(width(50)).toBeLessThan(width(3) * 0.6)
    expect(width(50)).toBeGreaterThan(0)
  })

  it('ranks the place that is worst in everything first, whatever the mean', () => {
    const need = needOf([
      [1, 1, 1],
      [9, 9, 9],
      [5, 5, 5],
    ])
    const found = rankIntervals(need, {
      ...OPTIONS,
      means: ['invertedGeometric', 'arithmetic', 'geometric'],
    })
    expect([...found.medianRank]).toEqual([3, 1, 2])
    expect([...found.firstShare]).toEqual([0, 1, 0])
  })

  it('leaves out unknown and off-grid places, and ranks communities among themselves', () => {
    const need = needOf([
      [1, 1, 1],
      [9, 9, 9],
      [5, 5, 5],
    ])
    need.score[1] = Number.NaN
    const cellOf = [2, -1, 0, 1, 2]
    const communities = {
      placeCount: cellOf.length,
      valuesOf: (scores: Float64Array) => cellOf.map((cell) => scores[cell] ?? Number.NaN),
    }
    const [found] = rankIntervalsOf(need, OPTIONS, [communities])
    expect([...found!.medianRank]).toEqual([1, 0, 3, 0, 1])
    expect(found!.topShare[1]).toBeNaN()
  })
})

describe('createRanker', () => {
  it('ranks as a plain sort does, ties sharing the better rank', () => {
    const value = fc.oneof(
      fc.integer({ min: -5, max: 5 }),
      fc.constant(Number.NaN),
      fc.float({ noNaN: true }),
    )
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 40 }), (values) => {
        const ranks = new Int32Array(values.length)
        createRanker(values.length).rank(values, ranks)
        const known = values.filter((one) => !Number.isNaN(one))
        values.forEach((one, i) => {
          const better = known.filter((other) => other > one).length
          expect(ranks[i]).toBe(Number.isNaN(one) ? 0 : better + 1)
        })
      }),
    )
  })
})
