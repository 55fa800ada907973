import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accessRouter } from '#analysis/access/access-facts.ts'
import type { Obstacle } from '#analysis/access/blame.ts'
import { cutOffNow } from '#analysis/access/cut-off.ts'
import { otherWays } from '#analysis/access/other-ways.ts'
import { reachOf } from '#analysis/reach/reach.ts'
import { DEFAULT_VEHICLES } from '#core/defaults/vehicles.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { epochMinutesOf, instantOf } from '#core/time/instant.ts'
import { aRestriction } from '#support/build.ts'
import { at } from '../reach/small-roads.ts'
import {
  accessFacts,
  breakAt,
  cellEast,
  meshGround,
  meshLines,
  meshRestriction,
  meshSide,
  NOW,
  ONE_ROAD,
  TRUCK,
} from './small-theatre.ts'

const DAY = 1440
const now = epochMinutesOf(NOW)
const daysAgo = (days: number) => instantOf(now - days * DAY)
const sinceAt = (restrictions: readonly Restriction[], settings = {}) => {
  const { days, blame } = cutOffNow(accessFacts(ONE_ROAD, { restrictions }, settings))
  return { days: days[cellEast(42)], blame: blame.get(cellEast(42)) }
}
describe('cut off since', () => {
  it('the begin of what cut it, not of what came later on the same way', () => {
    const first = breakAt(15, { validFrom: daysAgo(40) })
    const second = breakAt(27, { validFrom: daysAgo(5) })
    expect(sinceAt([])).toEqual({ days: 0, blame: undefined })
    expect(sinceAt([second]).days).toBe(5)
    const both = sinceAt([first, second])
    expect(both.days).toBe(40)
    expect(both.blame?.type).toBe('allOf')
    expect(
      cutOffNow(accessFacts(ONE_ROAD, { restrictions: [first, second] })).days[cellEast(22)],
    ).toBe(40)
  })

  it('the last time that it was in reach, even through restrictions that are over', () => {
    const over = breakAt(15, { id: 'over', validFrom: daysAgo(60), validTo: daysAgo(10) })
    const after = breakAt(27, { validFrom: daysAgo(10) })
    const later = breakAt(27, { validFrom: daysAgo(9) })
    expect(sinceAt([over, after]).days).toBe(60)
    expect(sinceAt([over, later]).days).toBe(9)
  })

  it('the first of the month where it is closed by months, and by the wet season', () => {
    const byMonth = breakAt(15, { months: [10, 11] })
    expect(sinceAt([byMonth]).days).toBeCloseTo((now - Date.UTC(2026, 9) / 60_000) / DAY, 9)
    const speeds = { dryKilometresPerHour: 40, wetKilometresPerHour: 0 }
    const surfaces = { paved: speeds, gravel: speeds, earth: speeds }
    const vehicle = {
      ...TRUCK,
      roadSpeeds: { primary: surfaces, secondary: surfaces, local: surfaces, track: surfaces },
    }
    const wet = cutOffNow(
      accessFacts(ONE_ROAD, { vehicle }, { season: 'byMonth', wetMonths: [9, 10, 11] }),
    )
    expect(wet.days[cellEast(42)]).toBeCloseTo((now - Date.UTC(2026, 8) / 60_000) / DAY, 9)
    expect(wet.blame.get(cellEast(42))).toEqual({ type: 'anyOf', obstacles: ['wetSeason'] })
  })

  it('as far back as the records go, where nothing says that it was ever open', () => {
    expect(sinceAt([breakAt(15)]).days).toBe(Number.POSITIVE_INFINITY)
    expect(sinceAt([breakAt(15)]).blame?.type).toBe('anyOf')
    const { days, blame } = cutOffNow(accessFacts(ONE_ROAD, { starts: [at(2, 900)] }))
    expect(days[cellEast(42)]).toBe(Number.POSITIVE_INFINITY)
    expect(blame.get(cellEast(42))).toEqual({ type: 'never' })
  })

  it('this day’s begin of a curfew or of the night that alone cuts it off', () => {
    const curfew = (fromMinute: number, toMinute: number, parts: Partial<Restriction> = {}) =>
      breakAt(15, { validFrom: daysAgo(12), hours: { fromMinute, toMinute }, ...parts })
    expect(sinceAt([curfew(11 * 60, 14 * 60)]).days).toBeCloseTo(1 / 24, 9)
    expect(sinceAt([curfew(20 * 60, 5 * 60)]).days).toBe(0)
    expect(sinceAt([curfew(20 * 60, 13 * 60)]).days).toBeCloseTo(16 / 24, 9)
    expect(sinceAt([curfew(11 * 60, 14 * 60, { validFrom: null })]).days).toBeCloseTo(1 / 24, 9)
    const throughout = breakAt(27, { validFrom: daysAgo(5) })
    expect(sinceAt([curfew(11 * 60, 14 * 60), throughout]).days).toBe(5)
  })

  it('a night that began on the last evening of its month', () => {
    const nights = { hours: { fromMinute: 19 * 60, toMinute: 6 * 60 } }
    const afterMidnight = (months: readonly number[]) => {
      const restrictions = [breakAt(15, { ...nights, months })]
      const settings = { planningAt: '2026-11-01T02:00:00Z', season: 'byMonth' as const }
      return cutOffNow(accessFacts(ONE_ROAD, { restrictions }, settings)).days[cellEast(42)]!
    }
    expect(afterMidnight([10])).toBeCloseTo(7 / 24, 9)
    expect(afterMidnight([11])).toBe(0)
  })

  it('nightfall, for what is closed by night', () => {
    const byNight = breakAt(15, { effect: { type: 'dayOnly' } })
    const { days } = cutOffNow(
      accessFacts(ONE_ROAD, { restrictions: [byNight] }, { planningAt: '2026-11-22T22:00:00Z' }),
    )
    const hours = 24 * days[cellEast(42)]!
    expect(hours).toBeGreaterThan(2)
    expect(hours).toBeLessThan(5)
  })

  it('the planning instant, for what is only supposed', () => {
    const denied = [15, 27].map((east, i) =>
      breakAt(east, { id: `line-${i}`, name: 'Road denied', shockId: 'denied' }),
    )
    const { days, blame } = sinceAt(denied)
    expect(days).toBeLessThan(0.001)
    expect(blame).toMatchObject({ type: 'anyOf', obstacles: [{ name: 'Road denied' }] })
  })
})

const dated = fc
  .array(fc.tuple(meshRestriction, fc.nat(30), fc.option(fc.nat(30)), fc.boolean()), {
    minLength: 1,
    maxLength: 5,
  })
  .map((all) =>
    all.map(([parts, from, length, isMonthly], i) =>
      aRestriction({
        ...parts,
        id: `r${i}`,
        validFrom: daysAgo(from),
        validTo: length === null ? null : daysAgo(from - length - 1),
        months: isMonthly ? [11] : null,
      }),
    ),
  )

describe('cut off (random roads and restrictions)', () => {
  it('since the day that looking at every day, one by one, gives', () => {
    fc.assert(
      fc.property(meshLines, dated, (lines, restrictions) => {
        const ground = meshGround(meshSide, lines)
        const facts = accessFacts(ground, { restrictions })
        const minutesAgo = Array.from({ length: 45 }, (_, days) => {
          const operation = { ...facts.operation, planningAt: daysAgo(days) }
          return reachOf({ ...facts, operation }, facts.vehicle)(facts.starts)
        })
        const { days, minutes } = cutOffNow(facts)
        expect(minutes).toEqual(minutesAgo[0])
        minutes.forEach((_, cell) => {
          const open = minutesAgo.findIndex((then) => !Number.isNaN(then[cell]!))
          if (open < 0) expect(days[cell]).toBeGreaterThan(43)
          else if (open === 0) expect(days[cell]).toBe(0)
          else {
            expect(days[cell]).toBeGreaterThanOrEqual(open - 1)
            expect(days[cell]).toBeLessThan(open)
          }
        })
      }),
      { numRuns: 10 },
    )
  })

  it('is undone by what is to blame, and by no part of it', () => {
    fc.assert(
      fc.property(meshLines, dated, (lines, restrictions) => {
        const standing = restrictions.map((each) => ({ ...each, validTo: null, months: null }))
        const facts = accessFacts(meshGround(meshSide, lines), { restrictions: standing })
        const { blame, cells } = cutOffNow(facts)
        const router = accessRouter(facts)
        const isCutOff = (cell: number, lifted: readonly Obstacle[]) => {
          const acting = standing.filter((each) => !lifted.includes(each))
          return Number.isNaN(router.minutesUnder({ acting, isWet: false })[cell]!)
        }
        for (const cell of cells) {
          const why = blame.get(cell)!
          if (why.type === 'never') expect(isCutOff(cell, standing)).toBe(true)
          else if (why.type === 'anyOf') {
            for (const one of standing) {
              expect(isCutOff(cell, [one])).toBe(!why.obstacles.includes(one))
            }
          } else {
            expect(isCutOff(cell, why.obstacles)).toBe(false)
            expect(why.obstacles.length).toBeGreaterThan(1)
            for (const kept of why.obstacles) {
              expect(
                isCutOff(
                  cell,
                  why.obstacles.filter((each) => each !== kept),
                ),
              ).toBe(true)
            }
          }
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('other ways', () => {
  it('are on foot, by what is lighter, and by air from the start that it takes so long from', () => {
    const weak = breakAt(27, { effect: { type: 'massLimit', maxTonnes: 5 } })
    const facts = accessFacts(ONE_ROAD, {
      restrictions: [weak],
      starts: [at(2, 2), at(12, 2)],
      landingSites: [at(42, 2)],
    })
    const cutOff = cutOffNow(facts)
    const ways = otherWays(cutOff, facts, DEFAULT_VEHICLES)(cellEast(42))
    expect(ways.map(({ vehicle }) => vehicle.id)).toEqual(['foot', 'vehicle-4x4', 'helicopter'])
    const [onFoot, light, byAir] = ways
    expect(onFoot!.minutes).toBeCloseTo((60 * 30) / 4, 0)
    expect(light!.minutes).toBeCloseTo((60 * 30) / 40, 0)
    expect(byAir!.from).toEqual(at(12, 2))
    const closed = cutOffNow({ ...facts, restrictions: [breakAt(27)], landingSites: [] })
    expect(
      otherWays(closed, { ...facts, landingSites: [] }, DEFAULT_VEHICLES)(cellEast(42)),
    ).toEqual([])
  })
})
