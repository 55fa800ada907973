import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { goalpostScore, needSurface } from '#analysis/need.ts'
import type { NeedMean } from '#analysis/statistics/need-mean.ts'
import type { Indicator } from '#core/records/indicator.ts'
import { hasReferences, referenceValues } from './reference-values.ts'

type Reference = {
  inputs: {
    areas: string[]
    indicators: { name: string; direction: number; lo: number; hi: number; weight: number }[]
    raw: (number | null)[][]
    coverage_threshold: number
  }
  expected: {
    normalised_0_10: (number | null)[][]
    weight_coverage: number[]
    status: string[]
    arithmetic: number[]
    geometric_1to10: number[]
    inform_inverted_geometric: number[]
    bounds_missing_best_worst: [number, number][]
    rank_arithmetic: Record<string, number>
    rank_geometric: Record<string, number>
    rank_inform: Record<string, number>
  }
}

function indicator(part: Partial<Indicator>): Indicator {
  return {
    id: 'a',
    name: 'A',
    measure: 'incidentRate',
    unit: '',
    lo: 0,
    hi: 10,
    isHighGood: false,
    weight: 1,
    orderKey: 'a',
    ...part,
  }
}

const surface = (
  values: readonly (number | null)[],
  confidence: readonly number[] | null = null,
) => ({
  values: Float64Array.from(values, (value) => value ?? Number.NaN),
  confidenceShare: confidence && Float64Array.from(confidence),
})

const needOf = (
  scores: readonly (readonly (number | null)[])[],
  mean: NeedMean,
  dataThresholdShare = 0,
) =>
  needSurface(
    scores.map((_, k) => indicator({ id: String(k) })),
    scores.map((values) => surface(values)),
    { cellCount: scores[0]!.length, mean, dataThresholdShare },
  )

describe.skipIf(!hasReferences)('the need index of the reference', () => {
  const { inputs, expected } = hasReferences
    ? referenceValues<Reference>('07-composite/need_index.json')
    : ({} as Reference)
  const build = (mean: NeedMean, dataThresholdShare = inputs.coverage_threshold) =>
    needSurface(
      inputs.indicators.map(({ lo, hi, weight, direction }) =>
        indicator({ lo, hi, weight, isHighGood: direction < 0 }),
      ),
      inputs.indicators.map((_, k) => surface(inputs.raw.map((row) => row[k]!))),
      { cellCount: inputs.areas.length, mean, dataThresholdShare },
    )

  it('puts raw values between goalposts and keeps missing ones missing', () => {
    const { indicatorShares } = build('arithmetic')
    expected.normalised_0_10.forEach((row, area) => {
      row.forEach((value, k) => {
        const score = 10 * Math.min(1, Math.max(0, indicatorShares[k]![area]!))
        if (value === null) expect(score).toBeNaN()
        else expect(score).toBeCloseTo(value, 9)
      })
    })
  })

  it('has the three means, to 1e-9', () => {
    const tables: [NeedMean, number[]][] = [
      ['arithmetic', expected.arithmetic],
      ['geometric', expected.geometric_1to10],
      ['invertedGeometric', expected.inform_inverted_geometric],
    ]
    for (const [mean, values] of tables) {
      const { score } = build(mean, 0)
      values.forEach((value, area) => {
        expect(score[area]).toBeCloseTo(value, 9)
      })
    }
  })

  it('never ranks N6, which has one indicator of five, and shows N3 with its interval', () => {
    const need = build('arithmetic')
    const n3 = inputs.areas.indexOf('N3')
    const n6 = inputs.areas.indexOf('N6')
    expect(need.score[n6]).toBeNaN()
    expect(need.rank[n6]).toBe(0)
    expect(need.evidenceShare[n6]).toBeCloseTo(0.2, 12)
    expect(need.highest[n6]! - need.lowest[n6]!).toBeCloseTo(8, 9)
    expect(need.score[n3]).toBeCloseTo(5.441, 3)
    expected.bounds_missing_best_worst.forEach(([best, worst], area) => {
      expect(need.lowest[area]).toBeCloseTo(best, 9)
      expect(need.highest[area]).toBeCloseTo(worst, 9)
    })
    expected.weight_coverage.forEach((share, area) => {
      expect(need.evidenceShare[area]).toBeCloseTo(share, 12)
    })
  })

  it('ranks as the reference does: the unreached N3 is 5th, 3rd or 2nd by the mean', () => {
    const tables: [NeedMean, Record<string, number>][] = [
      ['geometric', expected.rank_geometric],
      ['arithmetic', expected.rank_arithmetic],
      ['invertedGeometric', expected.rank_inform],
    ]
    for (const [mean, ranks] of tables) {
      const { rank } = build(mean)
      const found = Object.fromEntries(
        inputs.areas.map((area, i) => [area, rank[i]!] as const).filter(([, place]) => place > 0),
      )
      expect(found).toEqual(ranks)
    }
    expect(expected.rank_geometric['N3']).toBe(5)
  })
})

describe('needSurface', () => {
  const scores = fc.array(
    fc.array(fc.option(fc.double({ min: 0, max: 10, noNaN: true })), {
      minLength: 5,
      maxLength: 5,
    }),
    { minLength: 1, maxLength: 6 },
  )

  it('has inverted geometric ≥ arithmetic ≥ plain geometric, each within its bounds', () => {
    fc.assert(
      fc.property(scores, (values) => {
        const [inverted, arithmetic, plain] = (
          ['invertedGeometric', 'arithmetic', 'geometric'] as const
        ).map((mean) => needOf(values, mean))
        for (let cell = 0; cell < 5; cell++) {
          if (Number.isNaN(arithmetic!.score[cell]!)) continue
          expect(inverted!.score[cell]! - arithmetic!.score[cell]!).toBeGreaterThanOrEqual(-1e-9)
          expect(arithmetic!.score[cell]! - plain!.score[cell]!).toBeGreaterThanOrEqual(-1e-9)
          for (const need of [inverted!, arithmetic!, plain!]) {
            expect(need.lowest[cell]! - need.score[cell]!).toBeLessThanOrEqual(1e-9)
            expect(need.highest[cell]! - need.score[cell]!).toBeGreaterThanOrEqual(-1e-9)
          }
        }
      }),
    )
  })

  it('gives ties the better rank and unknown cells none', () => {
    const { rank } = needOf([[5, 7, null, 7, 1]], 'arithmetic')
    expect([...rank]).toEqual([3, 1, 0, 1, 4])
  })

  it('weighs an ageing value less and widens the interval', () => {
    const need = needSurface(
      [indicator({}), indicator({ id: 'b' })],
      [surface([10, 10]), surface([0, 0], [1, 0.25])],
      { cellCount: 2, mean: 'arithmetic', dataThresholdShare: 0.6 },
    )
    expect([...need.score]).toEqual([5, 8])
    expect([...need.evidenceShare]).toEqual([1, 0.625])
    expect(need.highest[1]! - need.lowest[1]!).toBeCloseTo(3.75, 12)
  })

  it('knows nothing without indicators: no score anywhere, the widest bounds', () => {
    const need = needSurface([], [], { cellCount: 2, mean: 'arithmetic', dataThresholdShare: 0.6 })
    expect([...need.score]).toEqual([Number.NaN, Number.NaN])
    expect([...need.lowest, ...need.highest]).toEqual([0, 0, 10, 10])
  })
})

describe('goalpostScore', () => {
  it('is fixed by its posts, reversed where high is good, clamped outside', () => {
    const posts = { lo: 0, hi: 10, isHighGood: false }
    expect(goalpostScore(1, posts)).toBe(1)
    expect(goalpostScore(1, { ...posts, isHighGood: true })).toBe(9)
    expect(goalpostScore(Number.POSITIVE_INFINITY, posts)).toBe(10)
    expect(goalpostScore(-3, posts)).toBe(0)
    expect(goalpostScore(Number.NaN, posts)).toBeNaN()
    expect(goalpostScore(2, { lo: 2, hi: 2, isHighGood: false })).toBe(0)
    expect(goalpostScore(3, { lo: 2, hi: 2, isHighGood: false })).toBe(10)
  })
})
