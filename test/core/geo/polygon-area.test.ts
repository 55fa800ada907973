import { area, polygon } from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areaSquareKilometres } from '#core/geo/polygon.ts'
import { closedRing } from '#core/geo/ring-edits.ts'
import type { LonLat, Ring } from '#core/place.ts'

const degree = (span: number) => fc.double({ min: -span, max: span, noNaN: true })

/** A star about a place, its corners in order of their angles. */
const starOf = (reachDegrees: number) =>
  fc
    .tuple(
      degree(170),
      degree(60),
      fc.array(fc.double({ min: 0.3, max: 1, noNaN: true }), { minLength: 3, maxLength: 9 }),
    )
    .map(([lon, lat, reaches]) =>
      reaches.map((reach, i): LonLat => {
        const angle = (2 * Math.PI * i) / reaches.length
        const far = reach * reachDegrees
        return [lon + far * Math.cos(angle), lat + far * Math.sin(angle)]
      }),
    )

const of = (ring: Ring) => areaSquareKilometres([[ring]])

describe('the area of a polygon', () => {
  it('does not change by corners that are put on its sides', () => {
    fc.assert(
      fc.property(starOf(5), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (corners, share) => {
        const more = corners.flatMap(([lon, lat], i): LonLat[] => {
          const [lonB, latB] = corners[(i + 1) % corners.length]!
          return [
            [lon, lat],
            [lon + share * (lonB - lon), lat + share * (latB - lat)],
          ]
        })
        const [before, after] = [of(closedRing(corners)), of(closedRing(more))]
        expect(Math.abs(after - before) / before).toBeLessThan(1e-9)
        expect(of(closedRing(corners).toReversed())).toBeCloseTo(before, 6)
      }),
    )
  })

  it('is that of a ruled sphere for boxes, less that of holes', () => {
    const box = (low: number, high: number): Ring =>
      closedRing([
        [low, low],
        [high, low],
        [high, high],
        [low, high],
      ])
    const exact = (low: number, high: number) => {
      const sine = (degrees: number) => Math.sin((degrees * Math.PI) / 180)
      return 6371.0088 ** 2 * (((high - low) * Math.PI) / 180) * (sine(high) - sine(low))
    }
    expect(of(box(5, 45))).toBeCloseTo(exact(5, 45), 3)
    const holed = areaSquareKilometres([[box(5, 45), box(10, 20)]])
    expect(holed).toBeCloseTo(exact(5, 45) - exact(10, 20), 3)
    expect(areaSquareKilometres([])).toBe(0)
  })

  it('is within a thousandth of that of geodesic sides where a polygon is small', () => {
    fc.assert(
      fc.property(starOf(0.1), (corners) => {
        const ring = closedRing(corners)
        const other = area(polygon([ring.map(([lon, lat]) => [lon, lat])])) / 1e6
        expect(Math.abs(of(ring) / other - 1)).toBeLessThan(1e-3)
      }),
    )
  })
})
