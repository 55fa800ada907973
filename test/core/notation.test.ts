import fc from 'fast-check'
import mgrs from 'mgrs'
import { describe, expect, it } from 'vitest'
import { metresBetween } from '#core/geo/distance.ts'
import { gridReference } from '#core/geo/grid-reference.ts'
import { dateTimeGroup, instantOfDateTimeGroup } from '#core/time/dtg.ts'
import { epochMinutesOf, instantOf, isWithin } from '#core/time/instant.ts'

describe('a date-time group', () => {
  it('is day, time in Zulu, month and year', () => {
    expect(dateTimeGroup('2026-11-22T12:00:00Z')).toBe('221200Z NOV 26')
    expect(dateTimeGroup('2012-03-01T05:07:59Z')).toBe('010507Z MAR 12')
    expect(dateTimeGroup('2026-11-22T01:30:00+03:00')).toBe('212230Z NOV 26')
  })

  it('is read as it is written', () => {
    expect(instantOfDateTimeGroup('221200Z NOV 26')).toBe('2026-11-22T12:00:00Z')
    expect(instantOfDateTimeGroup('010507 mar 2012')).toBe('2012-03-01T05:07:00Z')
    for (const none of ['311200Z NOV 26', '222400Z NOV 26', '221200Z NIV 26', '2026-11-22']) {
      expect(instantOfDateTimeGroup(none)).toBeNull()
    }
  })

  it('refuses what is no instant', () => {
    expect(() => dateTimeGroup('yesterday')).toThrow('"yesterday" is not an instant')
  })
})

describe('an instant', () => {
  it('comes back from its minutes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 60_000_000 }), (minutes) => {
        expect(epochMinutesOf(instantOf(minutes))).toBe(minutes)
      }),
    )
  })

  it('is in force from its first minute up to, not at, its last', () => {
    const at = (text: string) => epochMinutesOf(text)
    const [from, to] = ['2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z']
    expect(isWithin(at(from), from, to)).toBe(true)
    expect(isWithin(at(to), from, to)).toBe(false)
    expect(isWithin(at(from) - 1, from, to)).toBe(false)
    expect(isWithin(at(to), null, null)).toBe(true)
  })
})

describe('a grid reference', () => {
  it('names the square that holds the position', () => {
    expect(gridReference([-10.8, 6.3])).toMatch(/^29N [A-Z]{2} \d{4} \d{4}$/)
    expect(gridReference([-10.8, 6.3], 1)).toMatch(/^29N [A-Z]{2} \d \d$/)
    expect(gridReference([-9.4, 85])).toBeNull()
    expect(gridReference([-9.4, -81])).toBeNull()
  })

  it('of zone 1 to 9 keeps its leading nought', () => {
    expect(gridReference([-177, 10])).toMatch(/^01P /)
  })

  it('read back lies within 15 m at four digits', () => {
    const lon = fc.double({ min: -11.4, max: -7.5, noNaN: true })
    const lat = fc.double({ min: 4.4, max: 8.5, noNaN: true })
    fc.assert(
      fc.property(lon, lat, (x, y) => {
        const packed = gridReference([x, y])!.replaceAll(' ', '')
        const [backLon, backLat] = mgrs.toPoint(packed)
        expect(metresBetween([x, y], [backLon, backLat])).toBeLessThan(15)
      }),
    )
  })
})
