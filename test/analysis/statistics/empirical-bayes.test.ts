import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  locallyShrunkRates,
  priorOf,
  shrunkRate,
  smoothedRates,
} from '#analysis/statistics/empirical-bayes.ts'
import { hexagon, neighboursOf } from '../hex-cells.ts'
import { hasReferences, referenceValues } from '../reference-values.ts'

type Reference = {
  inputs: { population: number[]; count: number[] }
  expected: { EB_rate: number[]; EB_global_rate: number; EB_between_var: number }
}

describe('empirical Bayes', () => {
  it.skipIf(!hasReferences)('has the rates of the reference', () => {
    const { inputs, expected } = referenceValues<Reference>('01-spatial/synthetic_hex91.json')
    const rates = { count: inputs.count, exposure: inputs.population }
    const prior = priorOf(rates, inputs.count.keys())
    expect(prior.mean).toBeCloseTo(expected.EB_global_rate, 15)
    expect(prior.betweenVariance).toBeCloseTo(expected.EB_between_var, 15)
    expected.EB_rate.forEach((rate, cell) => {
      expect(shrunkRate(inputs.count[cell]!, inputs.population[cell]!, prior)).toBeCloseTo(rate, 14)
    })
  })

  it('gives all the overall rate where chance explains the differences', () => {
    const rates = { count: [1, 0, 1, 0], exposure: [100, 100, 100, 100] }
    const prior = priorOf(rates, [0, 1, 2, 3])
    expect(prior.betweenVariance).toBe(0)
    expect(shrunkRate(1, 100, prior)).toBe(0.005)
  })

  it('draws three people with one incident to their neighbours, and leaves the unheard out', () => {
    // a chain: 0 – 1 – 2 – 3; place 3 was never heard of
    const offsets = Uint32Array.from([0, 1, 3, 5, 6])
    const neighbours = Uint32Array.from([1, 0, 2, 1, 3, 2])
    const rates = { count: [1, 40, 2, Number.NaN], exposure: [3, 10_000, 10_000, 10_000] }
    const found = smoothedRates(rates, offsets, neighbours)
    expect(found[0]).toBeGreaterThan(0.0035)
    expect(found[0]).toBeLessThan(0.01)
    expect(found[1]).toBeGreaterThan(found[2]!)
    expect(found[3]).toBeNaN()
    const heard = smoothedRates({ ...rates, count: [1, 40, 2, 0] }, offsets, neighbours)
    expect(heard[2]).toBeLessThan(found[2]!)
  })

  it('draws each place towards its own neighbourhood, never past its mean', () => {
    const { neighbourOffsets, neighbours } = neighboursOf(hexagon(2))
    const place = fc.tuple(
      fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constant(Number.NaN)),
      fc.integer({ min: 0, max: 900 }),
    )
    fc.assert(
      fc.property(fc.array(place, { minLength: 19, maxLength: 19 }), (places) => {
        const count = places.map(([one]) => one)
        const exposure = places.map(([, people]) => people)
        const found = locallyShrunkRates({ count, exposure }, neighbourOffsets, neighbours)
        found.forEach((rate, cell) => {
          if (Number.isNaN(count[cell]!) || exposure[cell] === 0) {
            expect(rate).toBeNaN()
            return
          }
          const near = neighbours.subarray(neighbourOffsets[cell], neighbourOffsets[cell + 1])
          const known = [cell, ...near].filter((o) => exposure[o]! > 0 && !Number.isNaN(count[o]!))
          const sum = (of: number[]) => known.reduce((total, o) => total + of[o]!, 0)
          const mean = sum(count) / sum(exposure)
          const raw = count[cell]! / exposure[cell]!
          expect(rate).toBeGreaterThanOrEqual(Math.min(mean, raw) - 1e-12)
          expect(rate).toBeLessThanOrEqual(Math.max(mean, raw) + 1e-12)
        })
      }),
    )
  })
})
