import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf } from '#core/time/instant.ts'
import { cleanLine, cleanText, slugOf } from '#formats/import/cells/clean-text.ts'
import { type Axis, hemisphereOf, readAxis } from '#formats/import/cells/read-axis.ts'
import { readDate } from '#formats/import/cells/read-date.ts'
import { readCount, readNumber } from '#formats/import/cells/read-number.ts'
import { habitOf } from '#formats/import/habits.ts'

const LATITUDE: Axis = { name: 'latitude', allowsComma: false, hemisphere: null }
const LONGITUDE: Axis = { name: 'longitude', allowsComma: false, hemisphere: null }

describe('numbers', () => {
  it.each([
    ['6.3005', 6.3005],
    [' \u221210.7969 ', -10.7969],
    ['1e3', 1000],
    ['.5', 0.5],
    ['', 'missing'],
    ['N/A', 'missing'],
    ['NaN', 'missing'],
    ['0x10', 'unreadable'],
    ['6.3005abc', 'unreadable'],
    ['1 2', 'unreadable'],
    ['6,3005', 'decimalComma'],
  ])('%j is %j', (text, number) => expect(readNumber(text)).toBe(number))

  it('writes and reads any finite number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(readNumber(String(number))).toBe(number === 0 ? Number(String(number)) : number)
      }),
    )
  })

  it('reads counts with thousands marks, and nothing that is no count', () => {
    expect(['1,234', '1 234 567', '12.0', '0'].map(readCount)).toEqual([1234, 1_234_567, 12, 0])
    expect(['-1', '1.5', '', 'ten', '99999999999999999999'].map(readCount)).toEqual(
      Array(5).fill(null),
    )
  })

  it('takes decimal commas only where a column has nothing else', () => {
    expect(habitOf(['6,3', '7,25', null]).hasCommas).toBe(true)
    expect(habitOf(['6,3', '7,25', '7.25']).hasCommas).toBe(false)
    expect(habitOf(['6.3', '7']).hasCommas).toBe(false)
  })
})

describe('dates', () => {
  const shown = (text: string, isSerialColumn = false) => {
    const date = readDate(text, isSerialColumn)
    return 'code' in date ? date.code : instantOf(date.epochMinutes)
  }

  it.each([
    ['2020-02-29', '2020-02-29T00:00:00Z'],
    ['31/12/2019', '2019-12-31T00:00:00Z'],
    ['2014/08/19', '2014-08-19T00:00:00Z'],
    ['22.10.14', '2014-10-22T00:00:00Z'],
    ['5 mars 2021', '2021-03-05T00:00:00Z'],
    ['05-Jan-2020 14:30', '2020-01-05T14:30:00Z'],
    ['January 5, 2020', '2020-01-05T00:00:00Z'],
    ['2020-06-15T08:00:00+02:00', '2020-06-15T06:00:00Z'],
    ['2006-03', '2006-03-16T00:00:00Z'],
    ['31/02/2020', 'date-impossible'],
    ['2020-06-15T25:61:00Z', 'date-impossible'],
    ['06/15/2020', 'date-impossible'],
    ['01/02/03', 'date-ambiguous'],
    ['yesterday', 'date-unreadable'],
    ['5 Smarch 2020', 'date-unreadable'],
    ['15 Marble 2012', 'date-unreadable'],
    ['Maybe 15 2012', 'date-unreadable'],
    ['0075-03-15', 'date-impossible'],
    ['0075', 'date-impossible'],
    ['15/3/2012 2:30:00 PM', '2012-03-15T14:30:00Z'],
    ['2012-03-15 12:05 am', '2012-03-15T00:05:00Z'],
    ['2012-03-15 12:05 p.m.', '2012-03-15T12:05:00Z'],
    ['2012-03-15 13:05 PM', 'date-impossible'],
    ['2012-03-15 0:05 AM', 'date-impossible'],
    ['151430ZMAR12', '2012-03-15T14:30:00Z'],
    ['151430Z MAR 12', '2012-03-15T14:30:00Z'],
    ['151430 C MAR 2012', '2012-03-15T11:30:00Z'],
    ['151430MMAR12', '2012-03-15T02:30:00Z'],
    ['151430YMAR12', '2012-03-16T02:30:00Z'],
    ['151430R MAR 12', '2012-03-15T19:30:00Z'],
    ['151430J MAR 12', 'date-impossible'],
    ['152530Z MAR 12', 'date-impossible'],
    ['321430ZMAR12', 'date-impossible'],
    ['15 de marzo de 2012', '2012-03-15T00:00:00Z'],
    ['15 de março de 2012', '2012-03-15T00:00:00Z'],
    ['1er mars 2012', '2012-03-01T00:00:00Z'],
    ['15 août 2012', '2012-08-15T00:00:00Z'],
    ['15 آذار 2012', '2012-03-15T00:00:00Z'],
    ['15 آب 2012', '2012-08-15T00:00:00Z'],
    ['15 كانون الثاني 2012', '2012-01-15T00:00:00Z'],
    ['15 تشرين الأول 2012', '2012-10-15T00:00:00Z'],
    ['١٥ مارس ٢٠١٢', '2012-03-15T00:00:00Z'],
    ['٢٠١٢-٠٣-١٥', '2012-03-15T00:00:00Z'],
    ['۱۵/۰۳/۲۰۱۲', '2012-03-15T00:00:00Z'],
    ['15-Mar-12', '2012-03-15T00:00:00Z'],
    ['15-Mar-75', '1975-03-15T00:00:00Z'],
    ['15MAR2012', '2012-03-15T00:00:00Z'],
    ['Thu, 15 Mar 2012', '2012-03-15T00:00:00Z'],
    ['Thursday March 15, 2012', '2012-03-15T00:00:00Z'],
    ['mar. 15 mars 2012', '2012-03-15T00:00:00Z'],
    ['2012-03-15 14:30:00 UTC', '2012-03-15T14:30:00Z'],
    ['2012-03-15 14:30 GMT+02:00', '2012-03-15T12:30:00Z'],
    ['', 'date-missing'],
  ])('%j is %s', (text, expected) => expect(shown(text)).toBe(expected))

  it('reads Excel day numbers only in a column of them', () => {
    expect(shown('43831.5', true)).toBe('2020-01-01T12:00:00Z')
    expect(shown('61', true)).toBe('1900-03-01T00:00:00Z')
    expect(shown('59', true)).toBe('1900-02-28T00:00:00Z')
    expect(shown('60', true)).toBe('date-impossible')
    expect(shown('43831')).toBe('date-unreadable')
    expect(habitOf(['43831', '43832', '']).isSerial).toBe(true)
    expect(habitOf(['1995', '2003']).isSerial).toBe(false)
  })

  it('gives the middle of a year, and how wide it is', () => {
    const date = readDate('2003')
    expect(date).toMatchObject({ errorDays: 183, isUnlikely: false })
    expect(shown('2003')).toBe('2003-07-02T00:00:00Z')
  })

  it('reads back every day of four centuries, written in three ways', () => {
    const day = fc.date({
      min: new Date('1800-01-01'),
      max: new Date('2199-12-31'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(day, (date) => {
        const [year, month, dayOfMonth] = date.toISOString().slice(0, 10).split('-')
        const midnight = `${year}-${month}-${dayOfMonth}T00:00:00Z`
        expect(shown(`${year}-${month}-${dayOfMonth}`)).toBe(midnight)
        expect(shown(`${dayOfMonth}/${month}/${year}`)).toBe(midnight)
        expect(shown(`${dayOfMonth}.${month}.${year}`)).toBe(midnight)
      }),
    )
  })
})

describe('positions', () => {
  it.each([
    ['6°18\'01.8"N', 6.3005],
    ['N 6 18.030', 6.3005],
    ['06 18.030 S', -6.3005],
    ['-6.3005', -6.3005],
  ])('latitude %j is %d', (text, degrees) => {
    expect(readAxis(text, LATITUDE)).toBeCloseTo(degrees, 6)
  })

  it.each([
    ['06 18.030', 'hemisphere-missing'],
    ['6 61.0 N', 'number-unreadable'],
    ['6.3 E', 'number-unreadable'],
    ['91', 'coordinate-range'],
    ['945462', 'coordinate-projected'],
    ['1e400', 'coordinate-range'],
    ['N/A', 'coordinate-missing'],
    ['6,3005', 'decimal-comma'],
  ])('latitude %j: %s', (text, code) => expect(readAxis(text, LATITUDE)).toMatchObject({ code }))

  it('takes the hemisphere from the heading', () => {
    expect(hemisphereOf('LONG_WEST')).toBe('W')
    const west = readAxis('010 38.226', { ...LONGITUDE, hemisphere: hemisphereOf('LONG_WEST') })
    expect(west).toBeCloseTo(-10.6371, 4)
  })
})

describe('text', () => {
  it('drops what cannot be seen, and keeps what can', () => {
    expect(cleanText('Gan\u200bta')).toBe('Ganta')
    expect(cleanText('\u202etxt.exe')).toBe('txt.exe')
    expect(cleanText('Zwedru\u0301')).toBe('Zwedrú')
    expect(cleanText('مونروفيا')).toBe('مونروفيا')
    expect(cleanText("=cmd|'/C calc'!A0")).toBe("=cmd|'/C calc'!A0")
  })

  it('cuts a name to 500 characters in one line', () => {
    expect(cleanLine(`a\n${'b'.repeat(600)}`)).toHaveLength(500)
  })

  it('makes an id of any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(slugOf(name)).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}-]*$/u)
      }),
    )
  })
})
