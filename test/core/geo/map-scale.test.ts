import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { metresPerPixel, scaleOf } from '#core/geo/map-scale.ts'

describe('the scale bar', () => {
  it('knows the width of the world', () => {
    expect(512 * metresPerPixel(0, 0)).toBeCloseTo(40_030_229, -1)
    expect(metresPerPixel(60, 5) / metresPerPixel(0, 5)).toBeCloseTo(0.5)
  })

  it('shows 50 km over the whole of Liberia', () => {
    const { lengthMetres, widthPixels } = scaleOf({ latDegrees: 6.5, zoom: 7, widestPixels: 110 })
    expect(lengthMetres).toBe(50_000)
    expect(widthPixels).toBeCloseTo(82.4, 0)
  })

  it('is round, fits, and fills at least two fifths of its room', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -80, max: 80, noNaN: true }),
        fc.double({ min: 2, max: 17, noNaN: true }),
        (latDegrees, zoom) => {
          const { lengthMetres, widthPixels } = scaleOf({ latDegrees, zoom, widestPixels: 110 })
          const lead = Number(String(lengthMetres.toPrecision(6)).replace(/[.0]|e.*/g, ''))
          expect([1, 2, 5]).toContain(lead)
          expect(widthPixels).toBeLessThanOrEqual(110 + 1e-6)
          expect(widthPixels).toBeGreaterThanOrEqual(110 * 0.4 - 1e-6)
          const metres = widthPixels * metresPerPixel(latDegrees, zoom)
          expect(metres / lengthMetres).toBeCloseTo(1)
        },
      ),
    )
  })
})
