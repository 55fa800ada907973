import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rateRatio, seasonalTrend } from '#analysis/incidents/trend.ts'
import { betaQuantile, incompleteBeta, logGamma } from '#analysis/statistics/beta.ts'
import { hasReferences, referenceValues } from '../reference-values.ts'

type Reference = {
  expected: {
    poisson_rate_ratio: {
      a: number
      b: number
      Ta: number
      Tb: number
      ratio: number | null
      ci95: [number, number | null]
      p_exact: number
    }[]
  }
}

describe('rateRatio', () => {
  it.skipIf(!hasReferences)('is R poisson.test, to 1e-6', () => {
    const { expected } = referenceValues<Reference>('02-spacetime/monthly_counts_alarm_trend.json')
    for (const { a, b, Ta, Tb, ratio, ci95, p_exact } of expected.poisson_rate_ratio) {
      const found = rateRatio({ count: a, exposure: Ta }, { count: b, exposure: Tb })
      if (ratio === null) expect(found.ratio).toBeNull()
      else expect(found.ratio).toBeCloseTo(ratio, 9)
      expect(found.lower).toBeCloseTo(ci95[0], 6)
      if (ci95[1] === null) expect(found.upper).toBeNull()
      else expect(found.upper! / ci95[1]).toBeCloseTo(1, 6)
      expect(found.pValue).toBeCloseTo(p_exact, 9)
    }
  })

  it('has the ratio in its interval, and turns over with its sides', () => {
    const count = fc.integer({ min: 1, max: 300 })
    fc.assert(
      fc.property(count, count, (a, b) => {
        const there = rateRatio({ count: a, exposure: 3 }, { count: b, exposure: 9 })
        const back = rateRatio({ count: b, exposure: 9 }, { count: a, exposure: 3 })
        expect(there.lower).toBeLessThan(there.ratio!)
        expect(there.upper).toBeGreaterThan(there.ratio!)
        expect(there.pValue).toBeCloseTo(back.pValue, 9)
        expect(there.lower * back.upper!).toBeCloseTo(1, 6)
      }),
    )
  })
})

describe('seasonalTrend', () => {
  const YEAR = 365.25 * 1440
  const at = 30 * YEAR
  const window = { atEpochMinutes: at, days: 90, recordsFromEpochMinutes: at - 3.5 * YEAR }
  /** So many incidents in the season of each year back. */
  const seasons = (...counts: number[]) =>
    counts.flatMap((count, year) =>
      Array.from({ length: count }, (_, i) => at - year * YEAR - (i % 89) * 1440 - 60),
    )

  it('does not take a season for a trend', () => {
    const offSeason = Array.from({ length: 3 }, (_, i) => at - (120 + i) * 1440)
    const found = seasonalTrend([...seasons(30, 29, 31, 30), ...offSeason], window)!
    expect(found.direction).toBe('noChangeSeen')
    expect(found.earlier).toEqual({ count: 90, exposure: 270 })
  })

  it('sees a rise and a fall', () => {
    expect(seasonalTrend(seasons(20, 10, 10, 10), window)!.direction).toBe('rising')
    expect(seasonalTrend(seasons(20, 10, 10, 10), window)!.ratio).toBeCloseTo(2, 12)
    expect(seasonalTrend(seasons(2, 14, 14, 14), window)!.direction).toBe('falling')
  })

  it('draws no arrow from a handful, and says nothing without a year of records', () => {
    expect(seasonalTrend(seasons(4, 0, 0, 1), window)!.direction).toBe('tooFew')
    const young = { ...window, recordsFromEpochMinutes: at - YEAR }
    expect(seasonalTrend(seasons(20, 10), young)).toBeNull()
  })
})

describe('the beta function', () => {
  it('has known values', () => {
    expect(logGamma(10)).toBeCloseTo(Math.log(362_880), 12)
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12)
    expect(incompleteBeta(0.5, 3, 3)).toBeCloseTo(0.5, 14)
    expect(incompleteBeta(0.3, 2, 5)).toBeCloseTo(0.579825, 12)
    expect(betaQuantile(0.975, 8, 3)).toBeCloseTo(0.933260488822, 9)
  })
})
