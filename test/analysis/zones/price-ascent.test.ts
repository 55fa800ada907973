import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundAt, priceAscent, type SharingProblem } from '#analysis/zones/bound/price-ascent.ts'

/** Pieces as rows, a share of capacity a worker; some cannot be done by some. */
function problems(workers: number, mostPieces: number) {
  const share = fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 1, max: 400 }).map((n) => n / 1000) },
    { weight: 1, arbitrary: fc.constant(Number.POSITIVE_INFINITY) },
    { weight: 1, arbitrary: fc.constant(0) },
  )
  const row = fc
    .array(share, { minLength: workers, maxLength: workers })
    .filter((each) => each.some(Number.isFinite))
  return fc.array(row, { minLength: 1, maxLength: mostPieces }).map(
    (rows): SharingProblem => ({
      workerCount: workers,
      pieceCount: rows.length,
      shares: Float64Array.from(rows.flat()),
    }),
  )
}

/** The least load of the most loaded worker over all ways to deal the pieces out. */
function bestDealing({ workerCount, pieceCount, shares }: SharingProblem): number {
  let best = Number.POSITIVE_INFINITY
  const deal = (piece: number, loads: readonly number[]) => {
    if (Math.max(...loads) >= best) return
    if (piece === pieceCount) {
      best = Math.max(...loads)
      return
    }
    for (let worker = 0; worker < workerCount; worker++) {
      const share = shares[piece * workerCount + worker]!
      if (Number.isFinite(share))
        deal(
          piece + 1,
          loads.map((l, k) => (k === worker ? l + share : l)),
        )
    }
  }
  deal(
    0,
    Array.from({ length: workerCount }, () => 0),
  )
  return best
}

/** Two workers: the bound is a broken line in the first price, greatest where it breaks. */
function bestOfTwo(problem: SharingProblem): number {
  const { pieceCount, shares } = problem
  const prices = [0, 1]
  for (let piece = 0; piece < pieceCount; piece++) {
    const [a, b] = [shares[2 * piece]!, shares[2 * piece + 1]!]
    if (Number.isFinite(a) && Number.isFinite(b) && a + b > 0) prices.push(b / (a + b))
  }
  return Math.max(...prices.map((price) => boundAt(problem, Float64Array.of(price, 1 - price))))
}

describe('priceAscent', () => {
  it('is never above the best dealing, and its prices prove it', () => {
    fc.assert(
      fc.property(problems(3, 7), (problem) => {
        const { bound, prices, splitShare } = priceAscent(problem)
        expect(bound).toBeLessThanOrEqual(bestDealing(problem) + 1e-12)
        expect(bound).toBeLessThanOrEqual(splitShare + 1e-12)
        expect(boundAt(problem, prices)).toBe(bound)
        expect(prices.reduce((sum, price) => sum + price, 0)).toBeCloseTo(1, 12)
      }),
      { numRuns: 60 },
    )
  })

  it('comes to the best split sharing of two within two hundredths', () => {
    fc.assert(
      fc.property(problems(2, 40), (problem) => {
        const best = bestOfTwo(problem)
        const { bound, splitShare } = priceAscent(problem)
        expect(bound).toBeGreaterThanOrEqual(0.98 * best - 1e-9)
        expect(bound).toBeLessThanOrEqual(best + 1e-12)
        expect(splitShare).toBeGreaterThanOrEqual(best - 1e-12)
      }),
      { numRuns: 100 },
    )
  })

  it('closes on eight workers and many pieces, where splitting hardly matters', () => {
    const pieceCount = 2000
    const shares = Float64Array.from({ length: 8 * pieceCount }, (_, i) => {
      const [piece, worker] = [Math.floor(i / 8), i % 8]
      return (
        (1 + ((piece * 37 + worker * worker * 101) % 97) / 20) / (pieceCount * (0.3 + 0.1 * worker))
      )
    })
    const { bound, splitShare } = priceAscent({ workerCount: 8, pieceCount, shares })
    expect(bound / splitShare).toBeGreaterThan(0.985)
  })

  it('says nothing of no work', () => {
    const none = { workerCount: 2, pieceCount: 0, shares: new Float64Array(0) }
    expect(priceAscent(none).bound).toBe(0)
  })
})
