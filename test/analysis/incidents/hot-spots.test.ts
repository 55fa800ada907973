import { describe, expect, it } from 'vitest'
import { hotSpots } from '#analysis/incidents/hot-spots.ts'
import { adjustedP, twoSidedP, upperTail } from '#analysis/statistics/normal-tail.ts'
import { neighboursOf } from '../hex-cells.ts'
import { hasReferences, referenceValues } from '../reference-values.ts'

type Reference = {
  inputs: { cells_axial_qr: [number, number][]; count: number[] }
  expected: {
    Gistar_z: number[]
    p_two_sided: number[]
    p_BH: number[]
    class_FDR: string[]
    n_raw95: number
    n_fdr95: number
  }
  missing: { missing_cells: [number, number][]; Gistar_z_excluding_missing: (number | null)[] }
}

describe.skipIf(!hasReferences)('hot spots of the 91-cell reference', () => {
  const { inputs, expected, missing } = hasReferences
    ? referenceValues<Reference>('01-spatial/synthetic_hex91.json')
    : ({} as Reference)
  const find = (values: ArrayLike<number>) =>
    hotSpots(Float64Array.from(values), neighboursOf(inputs.cells_axial_qr))

  it('has Gi* to 1e-12 and p to 1e-10', () => {
    const { z, adjustedP: adjusted } = find(inputs.count)
    expected.Gistar_z.forEach((value, cell) => {
      expect(Math.abs(z[cell]! - value)).toBeLessThan(1e-12)
      expect(Math.abs(twoSidedP(z[cell]!) - expected.p_two_sided[cell]!)).toBeLessThan(1e-10)
      expect(Math.abs(adjusted[cell]! - expected.p_BH[cell]!)).toBeLessThan(1e-10)
    })
  })

  it('finds 12 cells before and 6 after control of false discoveries; the centre at 99 %', () => {
    const { z, confidence } = find(inputs.count)
    expect([...z].filter((value) => twoSidedP(value) < 0.05).length).toBe(expected.n_raw95)
    expect([...confidence].filter((value) => Math.abs(value) >= 95).length).toBe(expected.n_fdr95)
    const words = [...confidence].map((value) =>
      value === 0 ? 'ns' : `${value > 0 ? 'hot' : 'cold'}${Math.abs(value)}`,
    )
    expect(words).toEqual(expected.class_FDR)
    const centre = inputs.cells_axial_qr.findIndex(([q, r]) => q === 3 && r === -2)
    expect(confidence[centre]).toBe(99)
  })

  it('keeps missing cells out of mean, count and neighbours', () => {
    const isMissing = ([q, r]: readonly [number, number]) =>
      missing.missing_cells.some(([otherQ, otherR]) => q === otherQ && r === otherR)
    const values = inputs.count.map((count, cell) =>
      isMissing(inputs.cells_axial_qr[cell]!) ? Number.NaN : count,
    )
    const { z, confidence } = find(values)
    missing.Gistar_z_excluding_missing.forEach((value, cell) => {
      if (value === null) {
        expect(z[cell]).toBeNaN()
        expect(confidence[cell]).toBe(0)
      } else expect(Math.abs(z[cell]! - value)).toBeLessThan(1e-12)
    })
  })
})

describe('hotSpots', () => {
  it.skipIf(!hasReferences)('is that of six points with neighbours by distance', () => {
    const { inputs, expected } = referenceValues<{
      inputs: { y: number[]; neighbors_zero_based: number[][] }
      expected: { Gistar_z: number[] }
    }>('01-spatial/points6_getis_ord.json')
    const near = inputs.neighbors_zero_based
    const { z } = hotSpots(Float64Array.from(inputs.y), {
      neighbourOffsets: Uint32Array.from([
        0,
        ...near.map((_, i) => near.slice(0, i + 1).flat().length),
      ]),
      neighbours: Uint32Array.from(near.flat()),
    })
    expected.Gistar_z.forEach((value, i) => {
      expect(z[i]).toBeCloseTo(value, 12)
    })
  })

  it('finds nothing where everything is the same', () => {
    const cells = [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const
    const found = hotSpots(new Float64Array(4).fill(7), neighboursOf(cells))
    expect([...found.confidence]).toEqual([0, 0, 0, 0])
  })
})

describe('the normal tail', () => {
  it('has known values on both of its branches', () => {
    expect(upperTail(0)).toBe(0.5)
    expect(upperTail(1.959963984540054)).toBeCloseTo(0.025, 14)
    expect(upperTail(3.3)).toBeCloseTo(0.000483424142383777, 15)
  })

  it('adjusts p as R does (p.adjust, method BH)', () => {
    const found = adjustedP(Float64Array.from([0.01, 0.04, Number.NaN, 0.03, 0.5]))
    expect(found[0]).toBeCloseTo(0.04, 12)
    expect(found[1]).toBeCloseTo(0.16 / 3, 12)
    expect(found[2]).toBeNaN()
    expect(found[3]).toBeCloseTo(0.16 / 3, 12)
    expect(found[4]).toBeCloseTo(0.5, 12)
  })
})
