import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concentrationOf, placesHolding } from '#analysis/statistics/concentration.ts'
import { hasReferences, referenceValues } from '../reference-values.ts'

type Reference = { cases: { counts: number[]; gini: number; generalised_gini: number }[] }

describe('concentrationOf', () => {
  it.skipIf(!hasReferences)('has the cases of the reference', () => {
    const { cases } = referenceValues<Reference>('05-equity/gini_sparse_counts.json')
    for (const { counts, gini, generalised_gini } of cases) {
      const found = concentrationOf(counts)
      expect(found.gini).toBeCloseTo(gini, 12)
      expect(found.generalisedGini).toBeCloseTo(generalised_gini, 12)
    }
  })

  const counts = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 30 })

  it('is the mean difference of all pairs, and 0 for events that share no place', () => {
    fc.assert(
      fc.property(counts, (list) => {
        const total = list.reduce((sum, one) => sum + one, 0)
        const { gini, generalisedGini } = concentrationOf([...list, Number.NaN])
        if (total === 0) {
          expect(gini).toBeNaN()
          return
        }
        const apart = list.flatMap((a) => list.map((b) => Math.abs(a - b)))
        const mean = apart.reduce((sum, one) => sum + one, 0) / apart.length
        expect(gini).toBeCloseTo(mean / ((2 * total) / list.length), 9)
        expect(generalisedGini).toBeGreaterThan(-1e-9)
        expect(generalisedGini).toBeLessThan(gini + 1e-9)
        if (Math.max(...list) === 1) expect(generalisedGini).toBeCloseTo(0, 9)
      }),
    )
  })

  it('draws a curve that bends to the few', () => {
    fc.assert(
      fc.property(counts, (list) => {
        const { placeShare, eventShare } = concentrationOf(list)
        if (list.every((one) => one === 0)) return
        eventShare.forEach((share, i) => {
          expect(share).toBeGreaterThanOrEqual(placeShare[i]! - 1e-9)
        })
        expect([eventShare.at(-1), placeShare.at(-1)]).toEqual([1, 1])
      }),
    )
    const curve = concentrationOf([8, 1, 1, 0, 0, 0, 0, 0, 0, 0])
    expect(placesHolding(curve, 0.8)).toBeCloseTo(0.1, 12)
    expect(placesHolding(curve, 0.95)).toBeCloseTo(0.3, 12)
    expect(placesHolding(concentrationOf([0, 0]), 0.5)).toBeNaN()
  })
})
