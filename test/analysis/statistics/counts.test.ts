import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countInterval,
  overdispersedQuantile,
  poissonAtLeast,
  poissonQuantile,
} from '#analysis/statistics/counts.ts'
import { gammaQuantile, lowerGamma } from '#analysis/statistics/gamma.ts'
import { normalQuantile } from '#analysis/statistics/normal-quantile.ts'
import { upperTail } from '#analysis/statistics/normal-tail.ts'
import { hasReferences, referenceValues } from '../reference-values.ts'

type Reference = { expected: { poisson_exact_ci95: Record<string, [number, number]> } }

describe('countInterval', () => {
  it.skipIf(!hasReferences)('is R poisson.test', () => {
    const { expected } = referenceValues<Reference>('02-spacetime/monthly_counts_alarm_trend.json')
    for (const [count, [lower, upper]] of Object.entries(expected.poisson_exact_ci95)) {
      const found = countInterval(Number(count))
      expect(found.lower).toBeCloseTo(lower, 9)
      expect(found.upper).toBeCloseTo(upper, 9)
    }
  })

  it('has the count in it and just so much chance outside of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), (count) => {
        const { lower, upper } = countInterval(count)
        expect(lower).toBeLessThanOrEqual(count)
        expect(upper).toBeGreaterThan(count)
        if (count > 0) expect(poissonAtLeast(count, lower)).toBeCloseTo(0.025, 9)
        expect(1 - poissonAtLeast(count + 1, upper)).toBeCloseTo(0.025, 9)
      }),
    )
  })
})

describe('tails of counts', () => {
  /** Σ of the probabilities themselves. */
  const sumUpTo = (count: number, mean: number) => {
    let term = Math.exp(-mean)
    let sum = term
    for (let k = 1; k <= count; k++) {
      term *= mean / k
      sum += term
    }
    return sum
  }
  const mean = fc.double({ min: 0.01, max: 80, noNaN: true })

  it('are sums of probabilities, and quantiles their inverse', () => {
    fc.assert(
      fc.property(mean, fc.integer({ min: 0, max: 120 }), (expected, count) => {
        expect(1 - poissonAtLeast(count + 1, expected)).toBeCloseTo(sumUpTo(count, expected), 11)
        const bound = poissonQuantile(0.99, expected)
        expect(sumUpTo(bound, expected)).toBeGreaterThanOrEqual(0.99 - 1e-12)
        if (bound > 0) expect(sumUpTo(bound - 1, expected)).toBeLessThan(0.99 + 1e-12)
      }),
    )
  })

  it('widen with dispersion, and come back to Poisson without', () => {
    fc.assert(
      fc.property(mean, fc.double({ min: 1.2, max: 9, noNaN: true }), (expected, dispersion) => {
        const bound = overdispersedQuantile(0.99, expected, dispersion)
        if (expected > 1) {
          expect(bound).toBeGreaterThanOrEqual(poissonQuantile(0.99, expected))
        }
      }),
    )
    for (const expected of [0.5, 3, 20]) {
      expect(overdispersedQuantile(0.99, expected, 1.0001)).toBe(poissonQuantile(0.99, expected))
    }
    expect(poissonQuantile(0.99, 4e6) / (4e6 + 2.3263478740408408 * 2000)).toBeCloseTo(1, 6)
    expect(poissonQuantile(0.99, 999_999) / poissonQuantile(0.99, 1_000_001)).toBeCloseTo(1, 5)
    expect(overdispersedQuantile(0.99, Number.POSITIVE_INFINITY, 2)).toBe(Number.POSITIVE_INFINITY)
    // scipy: nbinom.ppf(.99, 10, .5)
    expect(overdispersedQuantile(0.99, 10, 2)).toBe(23)
  })
})

describe('gamma and normal quantiles', () => {
  it('invert their functions', () => {
    const share = fc.double({ min: 0.0001, max: 0.9999, noNaN: true })
    fc.assert(
      fc.property(share, fc.double({ min: 0.1, max: 200, noNaN: true }), (p, a) => {
        expect(lowerGamma(a, gammaQuantile(p, a))).toBeCloseTo(p, 11)
        const z = normalQuantile(p)
        expect(z < 0 ? upperTail(-z) : 1 - upperTail(z)).toBeCloseTo(p, 12)
      }),
    )
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12)
    expect(normalQuantile(0.5)).toBeCloseTo(0, 12)
  })
})
