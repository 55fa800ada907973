import { describe, expect, it } from 'vitest'
import { type BearingFacts, bearingText } from '#analysis/access/bearing.ts'
import { DEFAULT_VEHICLES } from '#core/defaults/vehicles.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { aBox, aRestriction } from '#support/build.ts'

const vehicle = (id: string) => DEFAULT_VEHICLES.find((each) => each.id === id)!
const TRUCK = { ...vehicle('truck-12t'), name: 'Truck', massTonnes: 12.5 }
const ROAD = { edgeCount: 4, names: ['Ganta road'] }
const NOON = {
  planningAt: '2026-11-22T12:00:00Z',
  utcOffsetMinutes: 0,
  season: 'byMonth' as const,
  wetMonths: [5, 6, 7, 8, 9, 10],
}

const saidOf = (parts: Partial<Restriction>, facts: Partial<BearingFacts> = {}) =>
  bearingText(aRestriction({ effect: { type: 'closed' }, ...parts }), {
    operation: NOON,
    vehicle: TRUCK,
    roads: ROAD,
    ...facts,
  })

describe('what a restriction bears on', () => {
  it('names the roads that it lies on, three and how many more', () => {
    expect(saidOf({})).toBe('It lies on Ganta road. It is in force at the planning time.')
    const names = ['A', 'B', 'C', 'D', 'E']
    expect(saidOf({}, { roads: { edgeCount: 9, names } })).toContain('on A, B, C and 2 more.')
    expect(saidOf({}, { roads: { edgeCount: 1, names: [] } })).toContain('on road without a name.')
  })

  it('says where it lies on no road, and whether it closes ground all the same', () => {
    const roads = { edgeCount: 0, names: [] }
    const line = {
      type: 'segment',
      line: [
        [-9, 6],
        [-9.1, 6],
      ],
    } as const
    expect(saidOf({ geometry: line }, { roads })).toContain('no road and closes no ground')
    const area = { type: 'area', polygon: aBox([-9, 6]) } as const
    expect(saidOf({ geometry: area, kind: 'closedArea' }, { roads })).toContain('closes its ground')
  })

  it.each([
    [{ validFrom: '2026-11-23T06:00:00Z' }, 'it begins 230600Z NOV 26'],
    [{ validTo: '2026-11-21T06:00:00Z' }, 'it ended 210600Z NOV 26'],
    [{ months: [5, 6, 7] }, 'it holds in MAY–JUL, and this is NOV'],
    [
      { hours: { fromMinute: 1200, toMinute: 300 } },
      'it holds from 20:00 to 05:00 local, and it is 12:00',
    ],
    [{ months: [] }, 'it holds in no month'],
    [{ effect: { type: 'dayOnly' } }, 'it holds between sunset and sunrise, and the sun is up'],
  ] as const)('tells why %o does not act at noon in November', (parts, why) => {
    expect(saidOf(parts as Partial<Restriction>)).toContain(
      `Not in force at the planning time: ${why}.`,
    )
  })

  it('tells a night that began in another month, and a season that is chosen', () => {
    const nights = { hours: { fromMinute: 1140, toMinute: 360 }, months: [11] }
    const atTwo = { ...NOON, planningAt: '2026-11-01T02:00:00Z' }
    expect(saidOf(nights, { operation: atTwo })).toContain(
      'it holds in nights that begin in NOV, and this one began before',
    )
    const inRains = { ...NOON, season: 'wet' as const }
    expect(saidOf({ months: [12] }, { operation: inRains })).toContain('the wet season is chosen')
  })

  it('tells whether the vehicle passes a limit', () => {
    const mass = (maxTonnes: number) => saidOf({ effect: { type: 'massLimit', maxTonnes } })
    expect(mass(15)).toContain('for Truck, which passes: 12.5 t is not above')
    expect(mass(12.5)).toContain('which passes')
    expect(mass(12)).toContain('does not pass: 12.5 t is above the limit.')
    const loadClass = { type: 'classLimit', maxLoadClass: 8 } as const
    expect(saidOf({ effect: loadClass })).toContain('does not pass')
    const foot = vehicle('foot')
    expect(saidOf({ effect: { type: 'footOnly' } }, { vehicle: foot })).toContain(
      `for ${foot.name}, who passes.`,
    )
    expect(saidOf({}, { vehicle: foot })).not.toContain('pass')
  })

  it('parts flights from the ground', () => {
    const air = vehicle('helicopter')
    expect(saidOf({}, { vehicle: air })).toContain('flies over it')
    const noFly = { kind: 'noFlyArea', geometry: { type: 'area', polygon: aBox([-9, 6]) } } as const
    expect(saidOf(noFly)).toContain('closed to flights alone')
    expect(saidOf(noFly, { vehicle: air })).toContain('closed to flights.')
  })
})
