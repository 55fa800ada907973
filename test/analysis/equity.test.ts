import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  kolmPollakEde,
  kolmPollakKappa,
  meanAndMax,
  shareBeyond,
  theilT,
  worstOffMean,
} from '#analysis/equity.ts'
import { hasReferences, referenceValues } from './reference-values.ts'

type Reference = {
  inputs: {
    travel_min: number[]
    population: number[]
    mexico_pcgdp1940: number[]
    mexico_region_hanson98: number[]
  }
  expected: {
    toy: { theil_T: number }
    theil_zero_toy: Record<'y' | 'regions', number[]> &
      Record<'T_published' | 'between_published' | 'within_published', number>
    mexico: { theil_T: number; theil_between: number }
    travel: {
      mean: number
      theil_T: number
      kolm_pollak: Record<string, { kappa_weighted: number; ede_weighted: number }>
      worst_10pct_mean: number
      worst_20pct_mean: number
      share_over_60min: number
    }
    scenario_compare: { kappa_fixed: number; ede_after: number; travel_min_after: number[] }
  }
}

describe.skipIf(!hasReferences)('the equity measures of the reference', () => {
  const { inputs, expected } = hasReferences
    ? referenceValues<Reference>('05-equity/equity_measures.json')
    : ({} as Reference)
  const lived = () => ({ values: inputs.travel_min, people: inputs.population })

  it('has κ and EDE for three aversions', () => {
    for (const [epsilon, values] of Object.entries(expected.travel.kolm_pollak)) {
      const kappa = kolmPollakKappa(lived(), Number(epsilon))
      expect(kappa).toBeCloseTo(values.kappa_weighted, 12)
      expect(kolmPollakEde(lived(), kappa)).toBeCloseTo(values.ede_weighted, 9)
    }
  })

  it('keeps κ of the baseline for the scenario', () => {
    const { kappa_fixed, ede_after, travel_min_after } = expected.scenario_compare
    const after = { values: travel_min_after, people: inputs.population }
    expect(kolmPollakKappa(lived())).toBeCloseTo(kappa_fixed, 12)
    expect(kolmPollakEde(after, kappa_fixed)).toBeCloseTo(ede_after, 9)
  })

  it('has Theil T, weighted and not, with its split by region', () => {
    const one = (values: number[]) => ({ values, people: values.map(() => 1) })
    const toy = theilT(one([10, 20, 30, 40, 50]), [0, 0, 0, 0, 0])
    expect(toy.total).toBeCloseTo(expected.toy.theil_T, 12)
    expect(toy.between).toBeCloseTo(0, 12)
    const zero = expected.theil_zero_toy
    const split = theilT(one(zero.y), zero.regions)
    expect(split.total).toBeCloseTo(zero.T_published, 12)
    expect(split.between).toBeCloseTo(zero.between_published, 12)
    expect(split.within).toBeCloseTo(zero.within_published, 12)
    const mexico = theilT(one(inputs.mexico_pcgdp1940), inputs.mexico_region_hanson98)
    expect(mexico.total).toBeCloseTo(expected.mexico.theil_T, 12)
    expect(mexico.between).toBeCloseTo(expected.mexico.theil_between, 12)
    const travel = theilT(lived(), inputs.travel_min)
    expect(travel.total).toBeCloseTo(expected.travel.theil_T, 12)
    expect(travel.within).toBeCloseTo(0, 12)
  })

  it('has the worst-off tenth and fifth, the share beyond and the mean', () => {
    expect(worstOffMean(lived(), 0.1)).toBeCloseTo(expected.travel.worst_10pct_mean, 9)
    expect(worstOffMean(lived(), 0.2)).toBeCloseTo(expected.travel.worst_20pct_mean, 9)
    expect(shareBeyond(lived(), 60)).toBeCloseTo(expected.travel.share_over_60min, 12)
    expect(meanAndMax(lived()).mean).toBeCloseTo(expected.travel.mean, 9)
    expect(meanAndMax(lived()).max).toBe(140)
  })
})

describe('kolmPollakEde', () => {
  const places = fc.array(
    fc.tuple(fc.double({ min: 1, max: 2000, noNaN: true }), fc.integer({ min: 1, max: 9999 })),
    { minLength: 1, maxLength: 30 },
  )

  it('rises by ten when everybody waits ten minutes longer, and is never below the mean', () => {
    fc.assert(
      fc.property(places, (rows) => {
        const people = rows.map(([, count]) => count)
        const lived = { values: rows.map(([minutes]) => minutes), people }
        const later = { values: rows.map(([minutes]) => minutes + 10), people }
        const kappa = kolmPollakKappa(lived)
        const ede = kolmPollakEde(lived, kappa)
        expect(kolmPollakEde(later, kappa)).toBeCloseTo(ede + 10, 6)
        expect(ede).toBeGreaterThanOrEqual(meanAndMax(lived).mean - 1e-6)
      }),
    )
  })

  it('leaves the unreachable and the uninhabited out, and does not overflow', () => {
    const lived = { values: [10, Number.NaN, 900, 1e5], people: [5, 100, 0, 5] }
    expect(kolmPollakEde({ values: [10, 1e5], people: [5, 5] }, -1)).toBe(kolmPollakEde(lived, -1))
    expect(kolmPollakEde(lived, -1)).toBeCloseTo(1e5 + Math.log(0.5), 6)
    expect(kolmPollakEde({ values: [Number.NaN], people: [3] }, -1)).toBeNaN()
  })
})
