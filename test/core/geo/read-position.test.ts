import fc from 'fast-check'
import proj4 from 'proj4'
import { describe, expect, it } from 'vitest'
import { metresBetween } from '#core/geo/distance.ts'
import { gridReference, gridReferenceAs, gridSquare } from '#core/geo/grid-reference.ts'
import { readPosition } from '#core/geo/read-position.ts'
import type { LonLat } from '#core/place.ts'

const [LAT, LON] = [6.300_5, -10.796_9]

/** Typed, then latitude and longitude. */
const READ: readonly (readonly [string, number, number])[] = [
  ['6,3005 -10,7969', LAT, LON],
  ['6,3005; -10,7969', LAT, LON],
  ['6,3005, -10,7969', LAT, LON],
  ['S 4.5 E 29.2', -4.5, 29.2],
  ['-4.5;29.2', -4.5, 29.2],
  ['43.85,18.41', 43.85, 18.41],
  ['6, -10', 6, -10],
  ['4,-5', 4, -5],
  ['(6.3005, \u221210.7969)', LAT, LON],
  ['Lat: 6.3005 Long: -10.7969', LAT, LON],
  ['longitude -10.7969, latitude 6.3005', LAT, LON],
  ['POINT (-10.7969 6.3005)', LAT, LON],
  ['6 18 01.8 N 10 47 48.8 W', LAT, -10.796_889],
  ['6°18′01.8″N 10°47′48.8″W', LAT, -10.796_889],
  ['6:18:01.8N, 10:47:48.8W', LAT, -10.796_889],
  ['6-18-01.8N 010-47-48.8W', LAT, -10.796_889],
  ['N6 18.030 W10 47.814', LAT, LON],
  ['6 18,030 N 10 47,814 W', LAT, LON],
  ['W10 47.814 N6 18.030', LAT, LON],
  ['10 47.814 W 6 18.030 N', LAT, LON],
  ['10 47.814 O, 6 18.030 N', LAT, LON],
  ['10.5 E 4.25 S', -4.25, 10.5],
  ['061802N 0104748W', 6.300_556, -10.796_667],
  ['N061802W0104748', 6.300_556, -10.796_667],
  ['0618.03N 01047.814W', LAT, LON],
  ['29N 304512 697345', 6.305_847, -10.767_148],
  ['29 N 304512E 697345N', 6.305_847, -10.767_148],
  ['29N 697345N 304512E', 6.305_847, -10.767_148],
  ['29N 304512mE 697345mN', 6.305_847, -10.767_148],
  ['UTM zone 29 north, 304512, 697345', 6.305_847, -10.767_148],
  ['35M 500000 9500000', -4.523_563, 27],
  ['35 south 500000 9500000', -4.523_563, 27],
  ['35S 500000 9500000', -4.523_563, 27],
  ['37T 500000 4500000', 40.650_9, 39],
]

/** Typed, then what the sentence has to say; null: it does not look like a position. */
const REFUSED: readonly (readonly [string, string | null])[] = [
  ['91, 10', 'Did you mean 10, 91?'],
  ['120.5, 14', 'Did you mean 14, 120.5?'],
  ['6.5, 190', 'longitude at 180'],
  ['4,5', 'Did you mean 4; 5 or latitude 4.5 with a longitude?'],
  ['10,5,20,5', 'Did you mean 10.5; 20.5?'],
  ['6 18 10 47', 'Did you mean 6 18 N 10 47 E or 6 18 N 10 47 W?'],
  ['08 09.917 010 22.5', 'Did you mean 08 09.917 N 010 22.5 E or 08 09.917 N 010 22.5 W?'],
  ['6.3005-10.7969', 'more than one place'],
  ['6.3005 -10,7969', 'more than one place'],
  ['6.3 -10.7 120', 'more than one place'],
  ['N 6 75 W 10 47', 'end at 60'],
  ['N -6 W 10', 'sign or a letter'],
  ['N 6 N 10', 'Name one of'],
  ['6.5 18 N 10 W', 'Only the last'],
  ['91 N 10 W', 'Latitude ends at 90'],
  ['061802N', 'Name one of'],
  ['061802N 104748W', 'need their noughts, as 0104748W'],
  ['N6 18.030 10 47.814 W', 'right before or right behind'],
  ['29S 304512 4000000', 'Did you mean 29N 304512 4000000 (36.1° N) or 29F'],
  ['37S 500000 3600000', '37S may be band S or the southern hemisphere'],
  ['29S 304512 697345', 'beyond 80° S'],
  ['29P 304512 697345', 'Did you mean 29N 304512 697345 (6.3° N)'],
  ['61N 304512 697345', 'from 1 to 60'],
  ['29N 1697345 304512', 'Did you mean 29N 304512 1697345?'],
  ['29N 4512 697345', 'between 100,000 and 900,000'],
  ['29N 304512 10697345', '10,000,000'],
  ['29N 304512E 697345E', 'the other the northing'],
  ['304512 697345', 'Write the zone first, as 29N 304512 697345'],
  ['LH 204 408', 'begins with its zone. Write it as 29N LH 204 408'],
  ['29N NH 2296 643', 'as many figures'],
  ['29N NH 123456 123456', 'at most five'],
  ['61N NH 2296 6437', 'not on the grid'],
  ['29N ZZ 2296 6437', null],
  ['Zwedru', null],
  ['28N', 'Name one of'],
  ['12', null],
  ['TS 07', null],
]

const PLACE = fc.tuple(
  fc.double({ min: -179.9, max: 179.9, noNaN: true }),
  fc.double({ min: -79.9, max: 83.9, noNaN: true }),
)

function holdsTo(metres: number, text: (place: LonLat) => string | null): void {
  fc.assert(
    fc.property(PLACE, (place) => {
      const typed = text(place) ?? ''
      const reading = readPosition(typed)
      if (!reading.ok) throw new Error(`${typed} refused: ${reading.why}`)
      expect(metresBetween(reading.centre, place)).toBeLessThan(metres)
    }),
  )
}

function parts(degrees: number, count: 2 | 3, letters: string): string {
  const units = Math.round(Math.abs(degrees) * (count === 2 ? 60_000 : 36_000))
  const per = count === 2 ? 60_000 : 36_000
  const whole = Math.floor(units / per)
  const left = units % per
  const rest =
    count === 2
      ? `${(left / 1000).toFixed(3)}`
      : `${Math.floor(left / 600)} ${((left % 600) / 10).toFixed(1)}`
  return `${whole} ${rest} ${letters[degrees < 0 ? 1 : 0]}`
}

describe('a typed position', () => {
  it.each(READ)('%s is read', (typed, lat, lon) => {
    const reading = readPosition(typed)
    if (!reading.ok) throw new Error(`refused: ${reading.why}`)
    expect(reading.centre[1]).toBeCloseTo(lat, 4)
    expect(reading.centre[0]).toBeCloseTo(lon, 4)
  })

  it.each(REFUSED)('%s is refused', (typed, why) => {
    const reading = readPosition(typed)
    if (reading.ok) throw new Error(`read as ${reading.centre}`)
    if (why === null) expect(reading.why).toBeNull()
    else expect(reading.why).toContain(why)
  })

  it('keeps the precision of a grid reference', () => {
    const reading = readPosition('29nnh22966437')
    expect(reading).toMatchObject({ ok: true, precisionMetres: 10, precision: '10 m square' })
    expect(readPosition('29NLH 204 408')).toMatchObject({ precisionMetres: 100 })
    expect(readPosition('29N NH 2 6')).toMatchObject({ precision: '10 km square' })
    expect(readPosition('29N NH')).toMatchObject({ precision: '100 km square' })
    expect(readPosition('29N 304512 697345')).toMatchObject({ precisionMetres: 1 })
  })
})

describe('the square of a grid reference', () => {
  it.each([
    ['29N LH 204 408', 100],
    ['29N LH 2 4', 10_000],
    ['36M YE 12345 67890', 1],
    ['33V WE 50 50', 1000],
  ])(
    '%s is written back as typed, and its corners are where a finer grid has them',
    (typed, side) => {
      const reading = readPosition(typed)
      if (!reading.ok) throw new Error(reading.why ?? '')
      expect(reading.precisionMetres).toBe(side)
      expect(gridReferenceAs(reading.centre, side)).toBe(typed)
      const corners = gridSquare(reading.centre, side)
      expect(corners.length).toBe(5)
      const squareOf = typed.slice(0, 6)
      const [east = '', north = ''] = typed.slice(7).split(' ')
      const origin = readPosition(`${squareOf} ${east.padEnd(5, '0')} ${north.padEnd(5, '0')}`)
      if (!origin.ok) throw new Error(origin.why ?? '')
      expect(metresBetween(corners[0]!, origin.centre)).toBeLessThan(2)
      expect(metresBetween(corners[0]!, corners[1]!) / side).toBeCloseTo(1, 1)
    },
  )

  it('has no figures where only the letters were typed', () => {
    const reading = readPosition('29NLH')
    expect(reading.ok && gridReferenceAs(reading.centre, reading.precisionMetres)).toBe('29N LH')
  })
})

describe('a position written out and read again', () => {
  it('is found from a grid reference, within its square', () => {
    holdsTo(15, (place) => gridReference(place, 4))
  })

  it('is found from decimal degrees with points and with commas', () => {
    holdsTo(2, ([lon, lat]) => `${lat.toFixed(5)}, ${lon.toFixed(5)}`)
    holdsTo(2, ([lon, lat]) => `${lat.toFixed(5)} ${lon.toFixed(5)}`.replaceAll('.', ','))
  })

  it('is found from degrees and minutes and from seconds', () => {
    holdsTo(3, ([lon, lat]) => `${parts(lat, 2, 'NS')}, ${parts(lon, 2, 'EW')}`)
    holdsTo(5, ([lon, lat]) => `${parts(lon, 3, 'EW')} ${parts(lat, 3, 'NS')}`)
  })

  it('is found from UTM as another library writes it', () => {
    holdsTo(2, ([lon, lat]) => {
      const zone = Math.min(60, Math.floor((lon + 180) / 6) + 1)
      const system = `+proj=utm +zone=${zone} ${lat < 0 ? '+south' : ''} +datum=WGS84`
      const [east, north] = proj4(system, [lon, lat]).map(Math.round)
      return `${zone} ${lat < 0 ? 'south' : 'north'} ${east} ${Math.min(10_000_000, north ?? 0)}`
    })
  })
})
