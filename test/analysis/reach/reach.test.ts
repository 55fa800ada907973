import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groundOf } from '#analysis/ground-of.ts'
import { isWetSeason } from '#analysis/reach/conditions.ts'
import { reachOf } from '#analysis/reach/reach.ts'
import { travelKeys } from '#analysis/reach/travel-class.ts'
import { DEFAULT_VEHICLES } from '#core/defaults/vehicles.ts'
import { operationOf } from '#core/document.ts'
import { newOperation } from '#core/new-operation.ts'
import type { LonLat, Polygon } from '#core/place.ts'
import type { Operation } from '#core/records/operation.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { aCommunity, aRestriction } from '#support/build.ts'
import { at, roadColumns } from './small-roads.ts'

const NOW = '2026-11-22T12:00:00Z'
const operation: Operation = {
  ...operationOf(newOperation({ id: 'test', name: 'Test', planningAt: NOW })),
  season: 'dry',
}

/** 60 × 20 km with one gravel road west to east through its middle, and a village on it every 10 km. */
const EAST = 60
const ring = [at(0, -10), at(EAST, -10), at(EAST, 10), at(0, 10), at(0, -10)]
const ground = groundOf({
  areas: [
    {
      id: 'a',
      name: 'A',
      level: 1,
      placeCode: null,
      parentId: null,
      aliases: [],
      outline: [[ring]],
      populationCount: 1000,
    },
  ],
  communities: [5, 15, 25, 35, 45, 55].map((x) =>
    aCommunity({ id: `v${x}`, position: at(x, 0), areaId: 'a', populationCount: null }),
  ),
  population: null,
  roads: [roadColumns([{ line: Array.from({ length: EAST + 1 }, (_, x) => at(x, 0)) }])],
  gridResolution: 6,
})

const vehicleNamed = (id: string) => DEFAULT_VEHICLES.find((vehicle) => vehicle.id === id)!
const TRUCK = vehicleNamed('truck-8t')

function minutesFrom(
  start: LonLat,
  restrictions: readonly Restriction[] = [],
  settings: Partial<Operation> = {},
  vehicle = TRUCK,
): Float64Array {
  const facts = { ground, operation: { ...operation, ...settings }, restrictions }
  return reachOf(facts, vehicle)([start])
}

const cellOf = (x: number) => ground.communityCell[ground.communityIds.indexOf(`v${x}`)]!
const bridge = (parts: Partial<Restriction> = {}) =>
  aRestriction({
    geometry: { type: 'point', position: at(30, 0), radiusMetres: 100 },
    effect: { type: 'massLimit', maxTonnes: 5 },
    ...parts,
  })

describe('reachOf', () => {
  it('drives along the road: 50 km of gravel at 40 km/h are 75 minutes', () => {
    expect(minutesFrom(at(5, 0))[cellOf(55)]).toBeCloseTo(75, 1)
  })

  it('takes wet-season speeds by month, or as set by hand', () => {
    const wet = { season: 'wet' } as const
    const speed = TRUCK.roadSpeeds.secondary.gravel.wetKilometresPerHour
    expect(minutesFrom(at(5, 0), [], wet)[cellOf(55)]).toBeCloseTo((60 * 50) / speed, 1)
    expect(isWetSeason({ ...operation, season: 'byMonth', wetMonths: [11] })).toBe(true)
    expect(isWetSeason({ ...operation, season: 'byMonth', wetMonths: [5] })).toBe(false)
  })

  it('walks the last stretch, at the walking speed and the detour, up to the limit', () => {
    const { footDetourFactor: detour } = operation
    const minutes = minutesFrom(at(5, 0))
    const far = ground.grid.cells.findIndex(
      (_, cell) =>
        Math.abs(ground.grid.latDegrees[cell]! * 111.195 - 4.5) < 1.5 && !isVillage(cell),
    )
    const walkKilometres = ground.grid.latDegrees[far]! * 111.195
    const drive = Math.abs((ground.grid.lonDegrees[far]! + 10) * 111.195 - 5) * 1.5
    const walk = (60 * walkKilometres * detour) / TRUCK.offRoad.speeds.dryKilometresPerHour
    expect(Math.abs(minutes[far]! - drive - walk)).toBeLessThan(8)
    expect(minutesFrom(at(5, 0), [], { maxFootMinutes: walk / 2 })[far]).toBeNaN()
  })

  it('stops heavy vehicles at a weak bridge and lets light ones pass', () => {
    const heavy = minutesFrom(at(5, 0), [bridge()])
    const light = minutesFrom(at(5, 0), [bridge()], {}, vehicleNamed('vehicle-4x4'))
    expect(heavy[cellOf(55)]).toBeNaN()
    expect(heavy[cellOf(25)]).toBeCloseTo(30, 1)
    expect(light[cellOf(55)]).toBeCloseTo(75, 1)
  })

  it('parts vehicles only where one is slower or a limit stops it alone', () => {
    const limit = (maxTonnes: number) => aRestriction({ effect: { type: 'massLimit', maxTonnes } })
    const light = vehicleNamed('vehicle-4x4')
    const keys = (limits: readonly number[]) => [
      ...travelKeys(
        [light, TRUCK, { ...TRUCK, id: 'crane', massTonnes: 20 }, vehicleNamed('foot')],
        limits.map(limit),
        ground.network,
      ).values(),
    ]
    expect(keys([])).toEqual(['vehicle-4x4', 'vehicle-4x4', 'vehicle-4x4', 'foot'])
    expect(keys([10])).toEqual(['vehicle-4x4', 'vehicle-4x4', 'crane', 'foot'])
    expect(keys([5, 10])).toEqual(['vehicle-4x4', 'truck-8t', 'crane', 'foot'])
    expect(keys([8, 30])).toEqual(['vehicle-4x4', 'vehicle-4x4', 'crane', 'foot'])
  })

  it('opens exactly at the end of a restriction', () => {
    const until = (validTo: string) => minutesFrom(at(5, 0), [bridge({ validTo })])[cellOf(55)]
    expect(until(NOW)).toBeCloseTo(75, 1)
    expect(until('2026-11-22T12:01:00Z')).toBeNaN()
  })

  it('leaves closed ground and what lies behind it out of reach, never at zero', () => {
    const polygon: Polygon = [[at(20, -10), at(29, -10), at(29, 10), at(20, 10), at(20, -10)]]
    const closed = aRestriction({ geometry: { type: 'area', polygon }, effect: { type: 'closed' } })
    const minutes = minutesFrom(at(5, 0), [closed])
    expect(minutes[cellOf(15)]).toBeCloseTo(15, 1)
    expect(minutes[cellOf(25)]).toBeNaN()
    expect(minutes[cellOf(45)]).toBeNaN()
  })

  it('is nowhere where nobody starts, and on foot nowhere beyond the road where there is none', () => {
    const reach = reachOf({ ground, operation, restrictions: [] }, TRUCK)
    expect([...reach([])].every(Number.isNaN)).toBe(true)
  })

  it('takes the nearest of several starts', () => {
    const reach = reachOf({ ground, operation, restrictions: [] }, TRUCK)
    const both = reach([at(5, 0), at(55, 0)])
    const each = [reach([at(5, 0)]), reach([at(55, 0)])]
    both.forEach((minutes, cell) => {
      const least = Math.min(...each.map((one) => one[cell]!).filter((m) => !Number.isNaN(m)))
      if (Number.isNaN(minutes)) expect(least).toBe(Number.POSITIVE_INFINITY)
      else expect(minutes).toBeCloseTo(least, 9)
    })
  })

  it('never gets shorter under any restriction (random ones)', () => {
    const free = minutesFrom(at(5, 0))
    const geometry = fc.oneof(
      fc.record({
        type: fc.constant('point' as const),
        position: fc.tuple(fc.integer({ min: 0, max: EAST }), fc.integer({ min: -3, max: 3 })),
        radiusMetres: fc.integer({ min: 100, max: 4000 }),
      }),
      fc.record({
        type: fc.constant('area' as const),
        position: fc.tuple(fc.integer({ min: 0, max: EAST }), fc.integer({ min: -8, max: 8 })),
        size: fc.integer({ min: 1, max: 9 }),
      }),
    )
    const effect = fc.constantFrom<Restriction['effect']>(
      { type: 'closed' },
      { type: 'footOnly' },
      { type: 'speedFactor', factor: 0.3 },
      { type: 'delay', delayMinutes: 40 },
      { type: 'massLimit', maxTonnes: 5 },
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(geometry, effect), { maxLength: 3 }), (drawn) => {
        const restrictions = drawn.map(([shape, how]) => {
          const [x, y] = shape.position
          if (shape.type === 'point') {
            const { radiusMetres } = shape
            return aRestriction({
              geometry: { type: 'point', position: at(x, y), radiusMetres },
              effect: how,
            })
          }
          const corner = (dx: number, dy: number) => at(x + dx * shape.size, y + dy * shape.size)
          const polygon: Polygon = [
            [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1), corner(0, 0)],
          ]
          return aRestriction({ geometry: { type: 'area', polygon }, effect: how })
        })
        minutesFrom(at(5, 0), restrictions).forEach((minutes, cell) => {
          if (Number.isNaN(minutes)) return
          expect(minutes).toBeGreaterThanOrEqual(free[cell]! - 1e-9)
        })
      }),
      { numRuns: 60 },
    )
  })
})

function isVillage(cell: number): boolean {
  return ground.communityCell.includes(cell)
}
