import { describe, expect, it } from 'vitest'
import { isInForce, type SeasonClock } from '#analysis/cells/in-force.ts'
import { epochMinutesOf } from '#core/time/instant.ts'

const RAINS = [5, 6, 7, 8, 9, 10]
const ALWAYS = { validFrom: null, validTo: null, months: null, hours: null }
const clock = (parts: Partial<SeasonClock> = {}): SeasonClock => ({
  utcOffsetMinutes: 0,
  season: 'byMonth',
  wetMonths: RAINS,
  ...parts,
})
const holds = (
  validity: Partial<Parameters<typeof isInForce>[0]>,
  at: string,
  parts: Partial<SeasonClock> = {},
) => isInForce({ ...ALWAYS, ...validity }, epochMinutesOf(at), clock(parts))

describe('what recurs by month', () => {
  const rains = { months: RAINS }
  const june = { months: [6] }
  const harmattan = { months: [12, 1] }

  it('holds in its months, by local time', () => {
    expect(holds(rains, '2026-10-31T23:30:00Z')).toBe(true)
    expect(holds(rains, '2026-11-01T00:00:00Z')).toBe(false)
    expect(holds(rains, '2026-10-31T23:30:00Z', { utcOffsetMinutes: 60 })).toBe(false)
  })

  it('follows the season where one is chosen', () => {
    const november = '2026-11-22T12:00:00Z'
    expect(holds(rains, november, { season: 'wet' })).toBe(true)
    expect(holds(june, november, { season: 'wet' })).toBe(true)
    expect(holds(harmattan, november, { season: 'wet' })).toBe(false)
    expect(holds(harmattan, '2026-07-01T12:00:00Z', { season: 'dry' })).toBe(true)
    expect(holds(rains, '2026-07-01T12:00:00Z', { season: 'dry' })).toBe(false)
  })

  it('keeps to the month where the season chosen is that of the month', () => {
    expect(holds(june, '2026-07-01T12:00:00Z', { season: 'wet' })).toBe(false)
    expect(holds(harmattan, '2026-11-22T12:00:00Z', { season: 'dry' })).toBe(false)
  })
})

describe('a curfew over midnight', () => {
  const nights = { months: [11], hours: { fromMinute: 20 * 60, toMinute: 5 * 60 } }

  it.each([
    ['the last evening before its month', '2026-10-31T22:00:00Z', false],
    ['the small hours after that evening', '2026-11-01T03:00:00Z', false],
    ['its first evening', '2026-11-01T20:00:00Z', true],
    ['noon', '2026-11-15T12:00:00Z', false],
    ['its last evening', '2026-11-30T23:00:00Z', true],
    ['the small hours after it', '2026-12-01T04:59:00Z', true],
    ['the end of that night', '2026-12-01T05:00:00Z', false],
    ['the evening after', '2026-12-01T20:00:00Z', false],
  ])('belongs to the month of its evening: %s', (_, at, isHeld) => {
    expect(holds(nights, at)).toBe(isHeld)
  })

  it('holds all day where it ends when it begins', () => {
    const always = { hours: { fromMinute: 360, toMinute: 360 } }
    expect(holds(always, '2026-11-15T05:59:00Z')).toBe(true)
    expect(holds(always, '2026-11-15T06:00:00Z')).toBe(true)
  })
})
