import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { robustnessOf } from '#analysis/compare/robustness.ts'
import { hasReferences, referenceValues } from '../reference-values.ts'

type Reference = {
  readonly inputs: {
    readonly plans: readonly string[]
    readonly value_higher_better: readonly (readonly number[])[]
  }
  readonly expected: {
    readonly maximin: string
    readonly worst: Readonly<Record<string, number>>
    readonly regret: readonly (readonly number[])[]
    readonly max_regret: Readonly<Record<string, number>>
    readonly minimax_regret: string
    readonly laplace: string
    readonly laplace_means: readonly number[]
    readonly satisfice_ge_65_share: Readonly<Record<string, number>>
  }
}

const IDS = ['a', 'b', 'c']
const table = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 5 }))
  .chain(([courses, futures]) => {
    const row = fc.array(fc.integer({ min: -20, max: 20 }), {
      minLength: futures,
      maxLength: futures,
    })
    return fc.array(row, { minLength: courses, maxLength: courses })
  })

describe('robustness over futures', () => {
  it.skipIf(!hasReferences)('is that of the reference', () => {
    const { inputs, expected } = referenceValues<Reference>(
      '06-robustness/regret_pareto_shapley.json',
    )
    const { plans, value_higher_better: values } = inputs
    const found = robustnessOf(values, { isHighGood: true, threshold: 65, scenarioIds: plans })
    const by = (record: Readonly<Record<string, number>>) => plans.map((plan) => record[plan])
    expect(found.regrets).toEqual(expected.regret)
    expect(found.worst).toEqual(by(expected.worst))
    expect(found.maxRegret).toEqual(by(expected.max_regret))
    expect(found.mean).toEqual(expected.laplace_means)
    expect(found.satisficingShare).toEqual(by(expected.satisfice_ge_65_share))
    expect(found.maximinIds).toEqual([expected.maximin])
    expect(found.minimaxRegretIds).toEqual([expected.minimax_regret])
    expect(found.laplaceIds).toEqual([expected.laplace])
  })

  it('of what is better when lower is the mirror of the same with all signs turned', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: -20, max: 20 }), (values, threshold) => {
        const scenarioIds = IDS.slice(0, values.length)
        const low = robustnessOf(values, { isHighGood: false, threshold, scenarioIds })
        const mirrored = values.map((row) => row.map((value) => 0 - value))
        const high = robustnessOf(mirrored, {
          isHighGood: true,
          threshold: 0 - threshold,
          scenarioIds,
        })
        expect(low.regrets).toEqual(high.regrets)
        expect(low.maxRegret).toEqual(high.maxRegret)
        expect(low.worst.map((value) => 0 - value)).toEqual(high.worst.map((value) => value + 0))
        expect(low.satisficingShare).toEqual(high.satisficingShare)
        expect([low.maximinIds, low.minimaxRegretIds, low.laplaceIds]).toEqual([
          high.maximinIds,
          high.minimaxRegretIds,
          high.laplaceIds,
        ])
      }),
    )
  })

  it('regrets nothing with the best of each future, and never less than nothing', () => {
    fc.assert(
      fc.property(table, fc.boolean(), (values, isHighGood) => {
        const scenarioIds = IDS.slice(0, values.length)
        const { regrets } = robustnessOf(values, { isHighGood, threshold: null, scenarioIds })
        for (const [future] of values[0]!.entries()) {
          expect(Math.min(...regrets.map((row) => row[future]!))).toBe(0)
        }
      }),
    )
  })

  it('names all of several that are equal, and takes shares of draws where they are given', () => {
    const values = [
      [5, 7],
      [7, 5],
    ]
    const terms = { isHighGood: true, threshold: 6, scenarioIds: ['a', 'b'] }
    expect(robustnessOf(values, terms)).toMatchObject({
      maximinIds: ['a', 'b'],
      minimaxRegretIds: ['a', 'b'],
      laplaceIds: ['a', 'b'],
      satisficingShare: [0.5, 0.5],
    })
    expect(robustnessOf(values, { ...terms, shares: [0.4, 0.9] }).satisficingShare).toEqual([
      0.4, 0.9,
    ])
    expect(robustnessOf(values, { ...terms, threshold: null }).satisficingShare).toBeNull()
  })

  it('lets nobody lead by a value that cannot be said, and nobody where there is no future', () => {
    const terms = { isHighGood: true, threshold: null, scenarioIds: ['a', 'b'] }
    const holed = robustnessOf(
      [
        [Number.NaN, 9],
        [1, 2],
      ],
      terms,
    )
    expect(holed.maximinIds).toEqual(['b'])
    expect(holed.regrets[1]).toEqual([0, 7])
    expect(robustnessOf([[], []], terms)).toMatchObject({ maximinIds: [], laplaceIds: [] })
  })
})
