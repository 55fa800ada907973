import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RING_WEIGHTS, ringSpread, smoothedMean } from '#analysis/incidents/ring-smoothing.ts'
import { hexagon, neighboursOf } from '../hex-cells.ts'
import { hasReferences, referenceValues } from '../reference-values.ts'

type Reference = {
  inputs: { cells_axial_qr: [number, number][]; count: number[] }
  expected: {
    kring_smoothed_mean_w1_half_quarter: number[]
    kring_spread_mass_conserving: number[]
    count_total: number
  }
  missing: { missing_cells: [number, number][]; kring_mean_excluding_missing: (number | null)[] }
}

const sumOf = (values: Float64Array) =>
  values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0)

describe.skipIf(!hasReferences)('rings of the 91-cell reference', () => {
  const { inputs, expected, missing } = hasReferences
    ? referenceValues<Reference>('01-spatial/synthetic_hex91.json')
    : ({} as Reference)

  it('have its means and its spread', () => {
    const near = neighboursOf(inputs.cells_axial_qr)
    const mean = smoothedMean(Float64Array.from(inputs.count), near)
    const spread = ringSpread(Float64Array.from(inputs.count), near)
    inputs.count.forEach((_, cell) => {
      expect(mean[cell]).toBeCloseTo(expected.kring_smoothed_mean_w1_half_quarter[cell]!, 12)
      expect(spread[cell]).toBeCloseTo(expected.kring_spread_mass_conserving[cell]!, 12)
    })
    expect(sumOf(spread)).toBeCloseTo(expected.count_total, 9)
  })

  // the reference fills a missing cell from around it; ours stays missing (analysis.md §1.3)
  it('leave missing cells out, and missing', () => {
    const values = inputs.cells_axial_qr.map(([q, r], cell) =>
      missing.missing_cells.some(([mq, mr]) => mq === q && mr === r)
        ? Number.NaN
        : inputs.count[cell]!,
    )
    const mean = smoothedMean(Float64Array.from(values), neighboursOf(inputs.cells_axial_qr))
    missing.kring_mean_excluding_missing.forEach((value, cell) => {
      if (Number.isNaN(values[cell]!)) expect(mean[cell]).toBeNaN()
      else expect(mean[cell]).toBeCloseTo(value!, 12)
    })
  })
})

describe('means and spread over rings', () => {
  const near = neighboursOf(hexagon(3))
  const value = fc.oneof(fc.constant(Number.NaN), fc.integer({ min: 0, max: 50 }))
  const maps = fc
    .array(value, { minLength: 37, maxLength: 37 })
    .map((values) => Float64Array.from(values))

  it('keep the total, or the range, and the missing cells', () => {
    fc.assert(
      fc.property(maps, (values) => {
        const known = values.filter((one) => !Number.isNaN(one))
        const mean = smoothedMean(values, near)
        const spread = ringSpread(values, near)
        expect(sumOf(spread)).toBeCloseTo(sumOf(values), 9)
        values.forEach((one, cell) => {
          expect(Number.isNaN(mean[cell]!)).toBe(Number.isNaN(one))
          expect(Number.isNaN(spread[cell]!)).toBe(Number.isNaN(one))
          if (Number.isNaN(one)) return
          expect(mean[cell]).toBeGreaterThanOrEqual(Math.min(...known) - 1e-9)
          expect(mean[cell]).toBeLessThanOrEqual(Math.max(...known) + 1e-9)
        })
      }),
    )
  })

  it('are not the same thing: the mean of ones is one, the spread of ones is higher inland', () => {
    const ones = new Float64Array(37).fill(1)
    expect(Math.max(...smoothedMean(ones, near, RING_WEIGHTS))).toBeCloseTo(1, 12)
    const spread = ringSpread(ones, near)
    expect(spread[18]).toBeGreaterThan(1)
    expect(spread[0]).toBeLessThan(1)
  })
})
