import { bearing } from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bearingDegrees } from '#core/geo/bearing.ts'
import { mercatorDegrees } from '#core/geo/mercator.ts'
import { simplifiedLine } from '#core/geo/simplified-line.ts'
import type { LonLat } from '#core/place.ts'

const position = fc
  .tuple(
    fc.double({ min: -20, max: 20, noNaN: true }),
    fc.double({ min: -60, max: 60, noNaN: true }),
  )
  .map(([lon, lat]): LonLat => [lon, lat])

describe('bearing', () => {
  it('points north, east, south and west', () => {
    const from: LonLat = [-9, 0]
    expect(bearingDegrees(from, [-9, 1])).toBeCloseTo(0, 9)
    expect(bearingDegrees(from, [-8, 0])).toBeCloseTo(90, 9)
    expect(bearingDegrees(from, [-9, -1])).toBeCloseTo(180, 9)
    expect(bearingDegrees(from, [-10, 0])).toBeCloseTo(270, 9)
  })

  it('is what Turf says, counted from 0 to 360', () => {
    fc.assert(
      fc.property(position, position, (a, b) => {
        const apart = Math.hypot(a[0] - b[0], a[1] - b[1])
        fc.pre(apart > 1e-6)
        const own = bearingDegrees(a, b)
        expect(own).toBeGreaterThanOrEqual(0)
        expect(own).toBeLessThan(360)
        const turn = Math.abs(own - ((bearing([...a], [...b]) + 360) % 360))
        expect(Math.min(turn, 360 - turn)).toBeLessThan(1e-6)
      }),
    )
  })
})

describe('a simplified line', () => {
  const TOLERANCE_DEGREES = 0.5

  function distanceToLine([x, y]: readonly [number, number], line: readonly LonLat[]): number {
    const plane = line.map(mercatorDegrees)
    return Math.min(
      ...plane.slice(1).map(([xB, yB], i) => {
        const [xA, yA] = plane[i]!
        const length = (xB - xA) ** 2 + (yB - yA) ** 2
        const along = length > 0 ? ((x - xA) * (xB - xA) + (y - yA) * (yB - yA)) / length : 0
        const t = Math.min(1, Math.max(0, along))
        return Math.hypot(x - xA - t * (xB - xA), y - yA - t * (yB - yA))
      }),
    )
  }

  it('keeps its ends, keeps to the corners it had, and strays no further than the tolerance', () => {
    fc.assert(
      fc.property(fc.array(position, { minLength: 2, maxLength: 40 }), (line) => {
        const simple = simplifiedLine(line, TOLERANCE_DEGREES)
        expect(simple[0]).toBe(line[0])
        expect(simple.at(-1)).toBe(line.at(-1))
        expect(simple.every((at) => line.includes(at))).toBe(true)
        for (const at of line) {
          expect(distanceToLine(mercatorDegrees(at), simple)).toBeLessThanOrEqual(
            TOLERANCE_DEGREES + 1e-9,
          )
        }
      }),
    )
  })

  it('makes one stretch of points in a row', () => {
    const straight: LonLat[] = Array.from({ length: 50 }, (_, i) => [i / 10, 0])
    expect(simplifiedLine(straight, 1e-6)).toEqual([
      [0, 0],
      [4.9, 0],
    ])
  })
})
