import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bearingDegrees, positionAlong } from '#core/geo/bearing.ts'
import { circleRing } from '#core/geo/circle.ts'
import { metresBetween } from '#core/geo/distance.ts'
import { faultIn } from '#core/geo/overlay/soundness.ts'
import { readWay } from '#core/geo/read-way.ts'
import type { LonLat } from '#core/place.ts'

const position = fc.tuple(
  fc.double({ min: -179, max: 179, noNaN: true }),
  fc.double({ min: -75, max: 75, noNaN: true }),
)

describe('a typed bearing and distance', () => {
  it.each([
    ['045 2.5 km', 45, 2500],
    ['45° / 800 m', 45, 800],
    ['045T 2 mi', 45, 3218.688],
    ['800 mils 3 km', 45, 3000],
    ['1600mil 1 nm', 90, 1852],
    ['6400 mils 1 km', 0, 1000],
    ['360 1 KM', 0, 1000],
    ['045, 2,5 km', 45, 2500],
    ['7.5 deg @ 12 km', 7.5, 12_000],
    ['12 km', null, 12_000],
    ['1,5nm', null, 2778],
  ])('is read: %s', (typed, bearing, metres) => {
    const reading = readWay(typed)
    if (!reading.ok) throw new Error(`refused: ${reading.why}`)
    expect(reading.bearingDegrees).toBe(bearing)
    expect(reading.metres).toBeCloseTo(metres, 6)
  })

  it.each([
    ['400 2 km', 'A bearing ends at 360.'],
    ['6401 mils 2 km', 'A bearing ends at 6400.'],
    ['045 0 km', 'A distance has to be more than nothing.'],
    ['0 m', 'A distance has to be more than nothing.'],
    ['045 9999 km', 'That is farther than 2,000 km.'],
    ['-45 2 km', 'Type a bearing and a distance, such as 045 2.5 km.'],
    ['45° somewhere', 'Type a bearing and a distance, such as 045 2.5 km.'],
  ])('is refused in a sentence: %s', (typed, why) => {
    expect(readWay(typed)).toEqual({ ok: false, why })
  })

  it.each(['', '45', '045 2.5', '045 2.5 furlongs', 'Market Town', '29NLH 204 408', '6.5 -9.4'])(
    'is not taken for one: %s',
    (typed) => expect(readWay(typed)).toEqual({ ok: false, why: null }),
  )
})

describe('ways over the ground', () => {
  it('end as far off, and in the direction, as was asked', () => {
    const bearing = fc.double({ min: 0, max: 359.9, noNaN: true })
    const metres = fc.double({ min: 10, max: 200_000, noNaN: true })
    fc.assert(
      fc.property(position, bearing, metres, (from, degrees, far) => {
        const to = positionAlong(from, { bearingDegrees: degrees, metres: far })
        expect(Math.abs(metresBetween(from, to) - far)).toBeLessThan(0.01)
        const off = Math.abs(bearingDegrees(from, to) - degrees)
        expect(Math.min(off, 360 - off) * far).toBeLessThan(1)
      }),
    )
  })

  it('are true bearings: north 000, east 090, south 180, west 270', () => {
    const from: LonLat = [-9.3, 6.7]
    const off = [0, 90, 180, 270].map((degrees) => {
      const [lon, lat] = positionAlong(from, { bearingDegrees: degrees, metres: 1000 })
      return [
        Math.sign(Math.round((lon - from[0]) * 1e5)),
        Math.sign(Math.round((lat - from[1]) * 1e5)),
      ]
    })
    expect(off.map(([east, north]) => [east! + 0, north! + 0])).toEqual([
      [0, 1],
      [1, 0],
      [0, -1],
      [-1, 0],
    ])
  })
})

describe('a circle', () => {
  it('has every corner at the radius, is closed, and runs counter-clockwise without a crossing', () => {
    const radius = fc.double({ min: 100, max: 150_000, noNaN: true })
    fc.assert(
      fc.property(position, radius, fc.integer({ min: 8, max: 128 }), (centre, metres, corners) => {
        const ring = circleRing(centre, metres, corners)
        expect(ring).toHaveLength(corners + 1)
        expect(ring.at(-1)).toEqual(ring[0])
        for (const corner of ring) {
          expect(Math.abs(metresBetween(centre, corner) - metres)).toBeLessThan(0.01)
        }
        const doubledArea = ring
          .slice(1)
          .reduce((sum, [lon, lat], i) => sum + ring[i]![0] * lat - lon * ring[i]![1], 0)
        expect(doubledArea).toBeGreaterThan(0)
        expect(faultIn([ring])).toBeNull()
      }),
      { numRuns: 60 },
    )
  })
})
