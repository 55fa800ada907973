import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMERGING_CLASSES, emergingClass } from '#analysis/incidents/emerging-classes.ts'
import { emergingHotSpots } from '#analysis/incidents/emerging-hot-spots.ts'
import { hotSpots } from '#analysis/incidents/hot-spots.ts'
import { hexagon, neighboursOf } from '../hex-cells.ts'
import { hasReferences, referenceValues } from '../reference-values.ts'

type Reference = {
  cases: { name: string; bins: number[]; trend_sign_if_significant: number; expected: string }[]
}

const inWords = (name: string) => name.replace(/[A-Z]/, (letter) => ` ${letter.toLowerCase()}`)

describe('emergingClass', () => {
  it.skipIf(!hasReferences)('has the 14 cases of the reference', () => {
    const { cases } = referenceValues<Reference>('02-spacetime/emerging_hot_spot_categories.json')
    expect(cases.length).toBe(14)
    for (const { name, bins, trend_sign_if_significant, expected } of cases) {
      const found = inWords(emergingClass(bins, trend_sign_if_significant))
      expect([name, found]).toEqual([name, expected])
    }
  })

  const bins = fc.array(fc.constantFrom(-1, 0, 1), { minLength: 10, maxLength: 24 })
  const trend = fc.constantFrom(-1, 0, 1)

  it('is a mirror: cold is what hot is with all signs turned', () => {
    fc.assert(
      fc.property(bins, trend, (steps, sign) => {
        const turned = emergingClass(
          steps.map((bin) => -bin),
          -sign,
        )
        const swapped = turned.endsWith('Hot')
          ? turned.replace('Hot', 'Cold')
          : turned.replace('Cold', 'Hot')
        expect(emergingClass(steps, sign)).toBe(swapped)
      }),
    )
  })

  it('says only what the rules allow', () => {
    fc.assert(
      fc.property(bins, trend, (steps, sign) => {
        const found = emergingClass(steps, sign)
        const hot = steps.filter((bin) => bin === 1).length
        const isHotNow = steps.at(-1) === 1
        if (found.endsWith('Hot')) {
          expect(isHotNow).toBe(found !== 'historicalHot')
          const isFirm = /historical|intensifying|persistent|diminishing/.test(found)
          expect(hot >= 0.9 * steps.length - 1e-9).toBe(isFirm)
        }
        if (found === 'newHot') expect(hot).toBe(1)
        if (found === 'consecutiveHot')
          expect(steps.slice(-hot).every((bin) => bin === 1)).toBe(true)
        if (found === 'sporadicHot') expect(steps).not.toContain(-1)
        if (found === 'oscillatingHot') expect(steps).toContain(-1)
        if (found === 'noPattern') expect(steps.at(-1)).toBe(0)
      }),
    )
  })
})

describe('emergingHotSpots', () => {
  const cells = hexagon(5)
  const near = neighboursOf(cells)
  const awayFrom = (q: number, r: number) => (Math.abs(q) + Math.abs(r) + Math.abs(q + r)) / 2

  it('is Gi* where there is one step', () => {
    const values = Float64Array.from(cells, ([q, r]) => (q * q + 3 * r + 40) % 11)
    const { z, code } = emergingHotSpots([values], near)
    hotSpots(values, near).z.forEach((wanted, cell) => {
      expect(z[cell]).toBeCloseTo(wanted, 12)
    })
    expect(new Set(code)).toEqual(new Set([-1]))
  })

  it('finds a place that is always hot, one that got hot, and leaves the missing out', () => {
    const steps = Array.from({ length: 12 }, (_, step) =>
      Float64Array.from(cells, ([q, r], cell) => {
        if (cell === 0) return Number.NaN
        if (awayFrom(q - 3, r) <= 1) return 40
        if (awayFrom(q + 3, r) <= 1 && step === 11) return 90
        return 4 + ((q * 5 + r * 3 + step * 7 + 200) % 5)
      }),
    )
    const { code, bins, z } = emergingHotSpots(steps, near)
    const classAt = (q: number, r: number) =>
      EMERGING_CLASSES[code[cells.findIndex(([oq, or]) => oq === q && or === r)]!]
    expect(['persistentHot', 'intensifyingHot']).toContain(classAt(3, 0))
    expect(classAt(-3, 0)).toBe('newHot')
    expect(code[0]).toBe(-1)
    expect(z[0]).toBeNaN()
    expect(bins[0]).toBe(0)
  })
})
