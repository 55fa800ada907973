import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LOCAL_MORAN_KINDS, localMoran } from '#analysis/incidents/local-moran.ts'
import { twoSidedP } from '#analysis/statistics/normal-tail.ts'
import { hexagon, neighboursOf } from '../hex-cells.ts'
import { hasReferences, referenceValues } from '../reference-values.ts'

type Reference = {
  inputs: { cells_axial_qr: [number, number][]; count: number[] }
  expected: {
    local_moran_esda: number[]
    quadrant: ('HH' | 'LL' | 'HL' | 'LH')[]
    exact_two_sided: number[]
    exact_two_sided_BH: number[]
    n_lisa_exact_BH05: number
  }
}

const sumOf = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0)

/** All ways to take so many. */
function subsetsOf(values: readonly number[], size: number): number[][] {
  if (size === 0) return [[]]
  return values.flatMap((first, i) =>
    subsetsOf(values.slice(i + 1), size - 1).map((rest) => [first, ...rest]),
  )
}

const KIND_OF = { HH: 'highHigh', LL: 'lowLow', HL: 'highLow', LH: 'lowHigh' } as const

describe.skipIf(!hasReferences)('local Moran of the 91-cell reference', () => {
  const { inputs, expected } = hasReferences
    ? referenceValues<Reference>('01-spatial/synthetic_hex91.json')
    : ({} as Reference)
  const find = (options: { permutationCount: number; seed: number; level?: number }) =>
    localMoran(Float64Array.from(inputs.count), neighboursOf(inputs.cells_axial_qr), options)

  it('has its index, quadrants and exact p: 3σ, for 91 cells one or two may be further', () => {
    const R = 9999
    const { index, pValue } = find({ permutationCount: R, seed: 11 })
    const { kind } = find({ permutationCount: 99, seed: 11, level: 2 })
    let further = 0
    expected.exact_two_sided.forEach((exact, cell) => {
      expect(Math.abs(index[cell]! - expected.local_moran_esda[cell]!)).toBeLessThan(1e-12)
      expect(LOCAL_MORAN_KINDS[kind[cell]!]).toBe(KIND_OF[expected.quadrant[cell]!])
      const half = exact / 2
      const sigma = Math.sqrt((half * (1 - half)) / R)
      const off = Math.abs(pValue[cell]! - exact) / 2 - 1 / (R + 1)
      // near 1 the rarer side is either
      const slack = exact > 0.97 ? 0.015 : 0
      expect(off).toBeLessThan(5 * sigma + slack)
      if (off > 3 * sigma + slack) further++
    })
    expect(further).toBeLessThanOrEqual(2)
  })

  it('is within 0.05 of a small exact p by the normal tail, which misses a low cluster', () => {
    const { pValue, kind } = find({ permutationCount: 0, seed: 1 })
    pValue.forEach((p, cell) => {
      const exact = expected.exact_two_sided[cell]!
      if (exact < 0.3) expect(Math.abs(p - exact)).toBeLessThan(0.05)
    })
    expect([...kind].filter((code) => code > 0).length).toBe(expected.n_lisa_exact_BH05 - 1)
  })

  it('finds the same clusters after control of false discoveries', () => {
    const { kind } = find({ permutationCount: 9999, seed: 11 })
    const found = [...kind.keys()].filter((cell) => kind[cell]! > 0)
    const exact = [...kind.keys()].filter((cell) => expected.exact_two_sided_BH[cell]! < 0.05)
    expect(exact.length).toBe(expected.n_lisa_exact_BH05)
    expect(found).toEqual(exact)
  })
})

describe('localMoran', () => {
  it('has the mean and variance of all draws where nothing is drawn', () => {
    const value = fc.integer({ min: 0, max: 30 })
    fc.assert(
      fc.property(fc.array(value, { minLength: 7, maxLength: 7 }), (list) => {
        const { pValue, index } = localMoran(Float64Array.from(list), neighboursOf(hexagon(1)), {
          permutationCount: 0,
          seed: 1,
        })
        const { neighbourOffsets, neighbours } = neighboursOf(hexagon(1))
        list.forEach((_, cell) => {
          const others = list.filter((_value, other) => other !== cell)
          const near = [...neighbours.subarray(neighbourOffsets[cell], neighbourOffsets[cell + 1])]
          const sums = subsetsOf(others, near.length).map((subset) => sumOf(subset))
          const mean = sumOf(sums) / sums.length
          const variance = sumOf(sums.map((sum) => (sum - mean) ** 2)) / sums.length
          const seen = sumOf(near.map((other) => list[other]!))
          if (Number.isNaN(index[cell]!)) return
          const z = variance > 1e-9 ? (seen - mean) / Math.sqrt(variance) : 0
          expect(pValue[cell]).toBeCloseTo(twoSidedP(z), 6)
        })
      }),
    )
  })

  const near = neighboursOf(hexagon(2))
  const value = fc.oneof(fc.constant(Number.NaN), fc.integer({ min: -9, max: 9 }))

  it('repeats itself, sees the same in any unit, and says nothing of missing cells', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 19, maxLength: 19 }), fc.nat(), (list, seed) => {
        const options = { permutationCount: 19, seed, level: 2 }
        const values = Float64Array.from(list)
        const found = localMoran(values, near, options)
        expect(localMoran(values, near, options)).toEqual(found)
        const scaled = localMoran(
          values.map((one) => 8 * one + 16),
          near,
          options,
        )
        expect(scaled.pValue).toEqual(found.pValue)
        list.forEach((one, cell) => {
          if (Number.isNaN(one)) {
            expect(found.index[cell]).toBeNaN()
            expect(found.kind[cell]).toBe(0)
          } else if (!Number.isNaN(found.index[cell]!)) {
            expect(scaled.index[cell]).toBeCloseTo(found.index[cell]!, 9)
            expect(found.pValue[cell]).toBeGreaterThanOrEqual(2 / 20)
            expect(found.pValue[cell]).toBeLessThanOrEqual(1)
          }
        })
      }),
    )
  })

  it('finds a quiet cell amid trouble, which Gi* cannot show', () => {
    const cells = hexagon(6)
    const values = Float64Array.from(cells, ([q, r]) => {
      const away = (Math.abs(q) + Math.abs(r) + Math.abs(q + r)) / 2
      return away === 0 ? 0 : away === 1 ? 90 : 3 + ((7 * q + 11 * r + 300) % 5)
    })
    const { kind } = localMoran(values, neighboursOf(cells), { permutationCount: 9999, seed: 3 })
    const middle = cells.findIndex(([q, r]) => q === 0 && r === 0)
    expect(LOCAL_MORAN_KINDS[kind[middle]!]).toBe('lowHigh')
  })
})
