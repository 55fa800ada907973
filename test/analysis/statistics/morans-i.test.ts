import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moransI, standardisedRates } from '#analysis/statistics/morans-i.ts'
import { hexagon, neighboursOf } from '../hex-cells.ts'
import { hasReferences, referenceValues } from '../reference-values.ts'

type Reference = {
  inputs: { cells_axial_qr: [number, number][]; count: number[]; population: number[] }
  expected: { moran_I: number; EB_global_rate: number; EB_between_var: number }
}

const DRAWS = { permutationCount: 199, seed: 5 }

describe.skipIf(!hasReferences)('Moran’s I of the 91-cell reference', () => {
  const { inputs, expected } = hasReferences
    ? referenceValues<Reference>('01-spatial/synthetic_hex91.json')
    : ({} as Reference)

  it('is its global index, and more than chance, on counts and on standardised rates', () => {
    const near = neighboursOf(inputs.cells_axial_qr)
    const { index, pValue } = moransI(Float64Array.from(inputs.count), near, DRAWS)
    expect(index).toBeCloseTo(expected.moran_I, 12)
    expect(pValue).toBe(1 / 200)
    const z = standardisedRates({ count: inputs.count, exposure: inputs.population })
    z.forEach((value, cell) => {
      const people = inputs.population[cell]!
      const spread = Math.sqrt(expected.EB_between_var + expected.EB_global_rate / people)
      const rate = inputs.count[cell]! / people
      expect(value).toBeCloseTo((rate - expected.EB_global_rate) / spread, 9)
    })
    expect(moransI(z, near, DRAWS).pValue).toBeLessThan(0.05)
  })
})

describe('moransI', () => {
  const cells = hexagon(2)
  const near = neighboursOf(cells)

  it('is the formula with a full matrix, whatever is missing', () => {
    const value = fc.oneof(fc.constant(Number.NaN), fc.integer({ min: 0, max: 20 }))
    fc.assert(
      fc.property(fc.array(value, { minLength: 19, maxLength: 19 }), (values) => {
        const known = values.flatMap((one, cell) => (Number.isNaN(one) ? [] : [cell]))
        const mean = known.reduce((sum, cell) => sum + values[cell]!, 0) / known.length
        const touches = (a: number, b: number) =>
          [
            ...near.neighbours.subarray(near.neighbourOffsets[a], near.neighbourOffsets[a + 1]),
          ].includes(b)
        let [cross, weights, squares] = [0, 0, 0]
        for (const a of known) {
          squares += (values[a]! - mean) ** 2
          const beside = known.filter((b) => touches(a, b))
          for (const b of beside) {
            cross += ((values[a]! - mean) * (values[b]! - mean)) / beside.length
            weights += 1 / beside.length
          }
        }
        const { index } = moransI(Float64Array.from(values), near, {
          permutationCount: 0,
          seed: 1,
        })
        if (weights < 0.5 || squares < 1e-9) expect(index).toBeNaN()
        else expect(index).toBeCloseTo(((known.length / weights) * cross) / squares, 9)
      }),
    )
  })

  it('does not take many people for many incidents', () => {
    const people = cells.map(([q]) => 1000 + 400 * (q + 2))
    const count = people.map((one) => one / 100)
    const z = standardisedRates({ count, exposure: people })
    expect(Math.max(...z.map(Math.abs))).toBeLessThan(1e-9)
    expect(moransI(Float64Array.from(count), near, DRAWS).pValue).toBeLessThan(0.05)
    expect(standardisedRates({ count: [1, 2], exposure: [0, 50] })[0]).toBeNaN()
  })
})
