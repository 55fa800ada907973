import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { metresBetween } from '#core/geo/distance.ts'
import { gridReference } from '#core/geo/grid-reference.ts'
import { readPosition } from '#core/geo/read-position.ts'

/** Typed, then latitude and longitude, or null where it has to be refused. */
const TABLE: readonly (readonly [string, number | null, number | null])[] = [
  ['6,3005 -10,7969', 6.3005, -10.7969],
  ['S 4.5 E 29.2', -4.5, 29.2],
  ['-4.5;29.2', -4.5, 29.2],
  ['43.85,18.41', 43.85, 18.41],
  ['91, 10', null, null],
  ['6 18 01.8 N 10 47 48.8 W', 6.300_5, -10.796_889],
  ['N6 18.030 W10 47.814', 6.300_5, -10.796_9],
  ['W10 47.814 N6 18.030', 6.300_5, -10.796_9],
  ['10.5 E 4.25 S', -4.25, 10.5],
  ['6°18′01.8″N 10°47′48.8″W', 6.300_5, -10.796_889],
  ['4,5', null, null],
  ['10,5,20,5', null, null],
  ['6, -10', 6, -10],
  ['120.5, 14', null, null],
  ['6 18 10 47', null, null],
  ['N 6 75 W 10 47', null, null],
  ['N -6 W 10', null, null],
  ['N 6 N 10', null, null],
  ['6.5 18 N 10 W', null, null],
  ['061802N', null, null],
  ['Zwedru', null, null],
  ['28N', null, null],
]

describe('a typed position', () => {
  it.each(TABLE)('%s', (typed, lat, lon) => {
    const reading = readPosition(typed)
    expect(reading.ok).toBe(lat !== null)
    if (!reading.ok || lat === null || lon === null) return
    expect(reading.centre[1]).toBeCloseTo(lat, 5)
    expect(reading.centre[0]).toBeCloseTo(lon, 5)
  })

  it('keeps the precision of a grid reference', () => {
    const reading = readPosition('29nnh22966437')
    expect(reading).toMatchObject({ ok: true, precisionMetres: 10, precision: '10 m square' })
    expect(readPosition('29N NH 2296 643')).toMatchObject({ ok: false })
    expect(readPosition('29N NH 2 6')).toMatchObject({ precision: '10 km square' })
  })

  it('finds the way back from every grid reference, within its square', () => {
    const place = fc.tuple(
      fc.double({ min: -179.9, max: 179.9, noNaN: true }),
      fc.double({ min: -79.9, max: 83.9, noNaN: true }),
    )
    fc.assert(
      fc.property(place, ([lon, lat]) => {
        const reading = readPosition(gridReference([lon, lat], 4) ?? '')
        if (!reading.ok) throw new Error(`refused: ${reading.why}`)
        expect(metresBetween(reading.centre, [lon, lat])).toBeLessThan(15)
      }),
    )
  })
})
