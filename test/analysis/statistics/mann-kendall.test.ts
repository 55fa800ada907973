import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LEAST_TREND_POINTS, seriesTrend } from '#analysis/incidents/series-trend.ts'
import {
  hamedRaoMannKendall,
  type MannKendall,
  mannKendall,
  midRanks,
  seasonalMannKendall,
} from '#analysis/statistics/mann-kendall.ts'
import { seasonalSensSlope, sensSlope } from '#analysis/statistics/sens-slope.ts'
import { hasReferences, referenceValues } from '../reference-values.ts'

type Expected = { S?: number; var_S: number; z: number; p: number; tau?: number }
type Reference = {
  inputs: {
    monthly360_null_is_missing: (number | null)[]
    small: Record<string, (number | null)[]>
  }
  expected: {
    monthly360: {
      original: Expected
      seasonal12: Expected
      hamed_rao: Expected
      sen_slope: number
      sen_intercept: number
      seasonal_sen_slope_per_year: number
    }
    small: Record<
      string,
      Expected & { sen_slope_pymannkendall: number; intercept_pymannkendall: number }
    >
  }
}

const seriesOf = (values: readonly (number | null)[]) => values.map((one) => one ?? Number.NaN)

function expectTest(found: MannKendall, expected: Expected) {
  expect(found.variance).toBeCloseTo(expected.var_S, 6)
  expect(found.z).toBeCloseTo(expected.z, 12)
  expect(found.pValue).toBeCloseTo(expected.p, 12)
  if (expected.S !== undefined) expect(found.score).toBe(expected.S)
  if (expected.tau !== undefined) expect(found.tau).toBeCloseTo(expected.tau, 12)
}

describe.skipIf(!hasReferences)('trends of the reference', () => {
  const { inputs, expected } = hasReferences
    ? referenceValues<Reference>('02-spacetime/mann_kendall.json')
    : ({} as Reference)

  it('has the small series, ties and a gap among them', () => {
    for (const [name, wanted] of Object.entries(expected.small)) {
      const series = seriesOf(inputs.small[name]!)
      expectTest(mannKendall(series), wanted)
      const { slope, intercept } = sensSlope(series)
      expect(slope).toBeCloseTo(wanted.sen_slope_pymannkendall, 12)
      expect(intercept).toBeCloseTo(wanted.intercept_pymannkendall, 12)
    }
  })

  it('has thirty years of months: plain, by season, and allowing for autocorrelation', () => {
    const series = seriesOf(inputs.monthly360_null_is_missing)
    const wanted = expected.monthly360
    expectTest(mannKendall(series), wanted.original)
    expectTest(seasonalMannKendall(series, 12), wanted.seasonal12)
    expectTest(hamedRaoMannKendall(series), wanted.hamed_rao)
    expect(sensSlope(series).slope).toBeCloseTo(wanted.sen_slope, 12)
    expect(sensSlope(series).intercept).toBeCloseTo(wanted.sen_intercept, 9)
    expect(seasonalSensSlope(series)).toBeCloseTo(wanted.seasonal_sen_slope_per_year, 12)
    expect(seriesTrend(series, 12).direction).toBe('falling')
  })
})

describe('mannKendall', () => {
  const value = fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: -6, max: 6 }) },
    { weight: 1, arbitrary: fc.constant(Number.NaN) },
  )
  const series = fc.array(value, { minLength: 0, maxLength: 30 })

  it('turns over with time and with sign, in every form', () => {
    fc.assert(
      fc.property(series, (values) => {
        const forms = [mannKendall, hamedRaoMannKendall]
        for (const form of forms) {
          const there = form(values)
          const back = form(values.map((one) => -one))
          expect(back.score).toBeCloseTo(-there.score, 12)
          expect(Math.abs(there.tau) <= 1 || Number.isNaN(there.tau)).toBe(true)
          expect(there.pValue > 1).toBe(false)
          if (!Number.isNaN(there.z)) expect(back.z).toBeCloseTo(-there.z, 9)
        }
        expect(mannKendall(values.toReversed()).score).toBeCloseTo(-mannKendall(values).score, 12)
        expect(seasonalMannKendall(values, 1)).toEqual(mannKendall(values))
      }),
    )
  })

  it('has the variance of the score over all orders, ties and all', () => {
    const small = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 5 })
    const ordersOf = (values: readonly number[]): number[][] =>
      values.length < 2
        ? [[...values]]
        : values.flatMap((first, i) =>
            ordersOf(values.filter((_, j) => j !== i)).map((rest) => [first, ...rest]),
          )
    fc.assert(
      fc.property(small, (values) => {
        const scores = ordersOf(values).map((order) => mannKendall(order).score)
        const variance = scores.reduce((sum, one) => sum + one * one, 0) / scores.length
        expect(mannKendall(values).variance).toBeCloseTo(variance, 9)
      }),
    )
  })

  it('ranks as ranks are defined', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 12 }), (values) => {
        midRanks(Float64Array.from(values)).forEach((rank, i) => {
          const below = values.filter((one) => one < values[i]!).length
          const same = values.filter((one) => one === values[i]!).length
          expect(rank).toBe(below + (same + 1) / 2)
        })
      }),
    )
  })
})

describe('seriesTrend', () => {
  it('does not take a season for a trend, and sees one beneath it', () => {
    const season = (month: number) => [2, 3, 5, 9, 14, 18, 17, 12, 8, 5, 3, 2][month % 12]!
    const flat = Array.from({ length: 30 }, (_, month) => season(month))
    expect(seriesTrend(flat, 12).direction).toBe('noChangeSeen')
    const rising = Array.from({ length: 48 }, (_, month) => season(month) + month / 6)
    const found = seriesTrend(rising, 12)
    expect(found).toMatchObject({ direction: 'rising', test: 'seasonal' })
    expect(found.slopePerStep).toBeCloseTo(1 / 6, 9)
  })

  it('draws no arrow from a handful of points, whatever they are', () => {
    const few = fc.array(fc.integer({ min: 0, max: 99 }), { maxLength: LEAST_TREND_POINTS - 1 })
    fc.assert(
      fc.property(few, (values) => {
        expect(seriesTrend(values, 12).direction).toBe('tooFew')
      }),
    )
    expect(seriesTrend([1, 2, 3, 5, 6, 8, 9, 11, 12, 14], 1).direction).toBe('rising')
  })
})
