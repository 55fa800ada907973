import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groundOf } from '#analysis/ground-of.ts'
import { cellAnchors } from '#analysis/reach/cell-anchors.ts'
import { createRouter, type ReachTerms } from '#analysis/reach/router.ts'
import { DEFAULT_VEHICLES } from '#core/defaults/vehicles.ts'
import { operationOf } from '#core/document.ts'
import { newOperation } from '#core/new-operation.ts'
import type { LonLat } from '#core/place.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { aRestriction } from '#support/build.ts'
import { at, roadColumns } from './small-roads.ts'

/** 40 × 40 km with a bent road every 8 km both ways, of every sort. */
const SIDE = 40
const ring = [at(0, 0), at(SIDE, 0), at(SIDE, SIDE), at(0, SIDE), at(0, 0)]
const steps = Array.from({ length: SIDE / 2 + 1 }, (_, i) => 2 * i)
const rows = [4, 12, 20, 28, 36]
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
  communities: [],
  population: null,
  roads: [
    roadColumns([
      ...rows.map((y, i) => ({
        line: steps.map((x) => at(x, y + ((x / 2) % 2) / 2)),
        roadClass: i % 2 ? 'gravel' : 'track',
      })),
      ...rows.map((x, i) => ({
        line: steps.map((y) => at(x + ((y / 2) % 2) / 2, y)),
        roadClass: i % 2 ? 'paved' : 'gravel',
      })),
    ]),
  ],
  gridResolution: 6,
})
const operation = {
  ...operationOf(newOperation({ id: 'o', name: 'O', planningAt: '2026-11-22T12:00:00Z' })),
  season: 'dry' as const,
  maxFootMinutes: 90,
}
const vehicleNamed = (id: string) => DEFAULT_VEHICLES.find((vehicle) => vehicle.id === id)!
const starts = [at(4, 4), at(21, 13), at(35, 30)]

const somewhere = fc.tuple(fc.nat(SIDE), fc.nat(SIDE)).map(([x, y]) => at(x, y))
const geometry: fc.Arbitrary<Restriction['geometry']> = fc.oneof(
  fc.tuple(somewhere, fc.integer({ min: 1, max: 12 })).map(([[lon, lat], size]) => {
    const side = size / 111
    const polygon: LonLat[][] = [
      [
        [lon, lat],
        [lon + side, lat],
        [lon + side, lat + side],
        [lon, lat + side],
        [lon, lat],
      ],
    ]
    return { type: 'area' as const, polygon }
  }),
  fc
    .tuple(fc.constantFrom(...rows), fc.nat(SIDE - 8), fc.boolean())
    .map(([row, from, isAcross]) => ({
      type: 'segment' as const,
      line: isAcross ? [at(from, row), at(from + 8, row)] : [at(row, from), at(row, from + 8)],
    })),
  somewhere.map((position) => ({ type: 'point' as const, position, radiusMetres: 800 })),
)
const effect: fc.Arbitrary<Restriction['effect']> = fc.oneof(
  fc.constant({ type: 'closed' as const }),
  fc.constant({ type: 'footOnly' as const }),
  fc.nat(90).map((delayMinutes) => ({ type: 'delay' as const, delayMinutes })),
  fc.nat(90).map((delayMinutes) => ({ type: 'escortOnly' as const, delayMinutes })),
  fc.integer({ min: 2, max: 20 }).map((maxTonnes) => ({ type: 'massLimit' as const, maxTonnes })),
  fc.integer({ min: 1, max: 10 }).map((tenths) => ({
    type: 'speedFactor' as const,
    factor: tenths / 10,
  })),
)
const kind = fc.constantFrom<Restriction['kind']>('closedArea', 'hazard', 'checkpoint')
const edit = fc.record({ slot: fc.nat(7), isLifted: fc.boolean(), geometry, effect, kind })

describe('a router that remembers', () => {
  it('says what a new one would, bit for bit, after every one of 500 random edits', () => {
    fc.assert(
      fc.property(
        fc.array(edit, { minLength: 25, maxLength: 25 }),
        fc.constantFrom('truck-8t', 'foot', 'apc'),
        (edits, vehicleId) => {
          const router = createRouter(ground)
          const standing = new Map<number, Restriction>()
          for (const { slot, isLifted, ...parts } of edits) {
            if (isLifted) standing.delete(slot)
            else standing.set(slot, aRestriction({ id: `r${slot}`, ...parts }))
            const terms: ReachTerms = {
              operation,
              vehicle: vehicleNamed(vehicleId),
              restrictions: [...standing.values()],
              landingSites: [],
            }
            const repaired = router.under(terms)
            const fresh = createRouter(ground).under(terms)
            for (const start of starts)
              expect(repaired.toCells([start])).toEqual(fresh.toCells([start]))
            expect(repaired.toCells(starts)).toEqual(fresh.toCells(starts))
          }
        },
      ),
      { numRuns: 20 },
    )
  })

  it('tells each cell what its own walks to the roads say, whatever is passed over to be quick', () => {
    const anchors = cellAnchors(ground)
    const homes = [...anchors.lonDegrees].map(
      (lon, cell): LonLat => [lon, anchors.latDegrees[cell]!],
    )
    fc.assert(
      fc.property(
        fc.array(edit, { maxLength: 8 }),
        fc.constantFrom('truck-8t', 'foot', 'apc'),
        somewhere,
        (edits, vehicleId, start) => {
          const travel = createRouter(ground).under({
            operation,
            vehicle: vehicleNamed(vehicleId),
            restrictions: edits.map((parts, i) => aRestriction({ id: `r${i}`, ...parts })),
            landingSites: [],
          })
          const toHomes = travel.toPositions([start], homes)
          travel.toCells([start]).forEach((minutes, cell) => {
            if (Number.isNaN(minutes)) expect(toHomes[cell]).toBeNaN()
            else expect(toHomes[cell]).toBeCloseTo(minutes, 3)
          })
        },
      ),
      { numRuns: 40 },
    )
  })

  it('forgets nothing that still counts when the season, the vehicle and the lane change', () => {
    const router = createRouter(ground)
    const closed = aRestriction({
      geometry: { type: 'point', position: at(12, 20), radiusMetres: 800 },
      effect: { type: 'closed' },
    })
    for (const season of ['dry', 'wet', 'dry'] as const) {
      for (const vehicleId of ['truck-8t', 'apc', 'foot', 'helicopter']) {
        for (const restrictions of [[], [closed]]) {
          const terms: ReachTerms = {
            operation: { ...operation, season },
            vehicle: vehicleNamed(vehicleId),
            restrictions,
            landingSites: [at(30, 6)],
          }
          const lane = restrictions.length > 0 ? 'closed' : 'open'
          const found = router.under(terms, lane).toCells(starts)
          expect(found).toEqual(createRouter(ground).under(terms).toCells(starts))
        }
      }
    }
  })

  it('sees closed ground that touches nothing but the walks of a start', () => {
    const router = createRouter(ground)
    const start = at(8, 8)
    const terms = (restrictions: readonly Restriction[]): ReachTerms => ({
      operation,
      vehicle: vehicleNamed('truck-8t'),
      restrictions,
      landingSites: [],
    })
    const around = aRestriction({
      kind: 'hazard',
      effect: { type: 'closed' },
      geometry: { type: 'point', position: start, radiusMetres: 60 },
    })
    for (const restrictions of [[], [around], []]) {
      const found = router.under(terms(restrictions)).toCells([start])
      expect(found).toEqual(createRouter(ground).under(terms(restrictions)).toCells([start]))
      if (restrictions.length > 0) expect(found.every(Number.isNaN)).toBe(true)
    }
  })

  it('flies to landing sites, round no closed airspace, and walks from there', () => {
    const helicopter = vehicleNamed('helicopter')
    const site = at(36, 36)
    const flown = (restrictions: readonly Restriction[]) =>
      createRouter(ground)
        .under({
          operation,
          vehicle: helicopter,
          restrictions,
          landingSites: [site],
        })
        .toCells([at(4, 4)])
    const cell = nearestCell(site)
    const minutes = flown([])[cell]!
    const flight = helicopter.readyMinutes + (60 * Math.hypot(32, 32)) / 220
    expect(minutes).toBeGreaterThan(flight)
    expect(minutes).toBeLessThan(flight + 60)
    const noFly = aRestriction({
      kind: 'noFlyArea',
      effect: { type: 'closed' },
      geometry: { type: 'point', position: at(20, 20), radiusMetres: 3_000 },
    })
    expect(flown([noFly])[cell]).toBeGreaterThan(minutes + 100)
    const truck = createRouter(ground).under({
      operation,
      vehicle: vehicleNamed('truck-8t'),
      restrictions: [noFly],
      landingSites: [],
    })
    expect(truck.toCells([at(4, 4)])[cell]).toBeGreaterThan(0)
  })
})

function nearestCell([lon, lat]: LonLat): number {
  const { lonDegrees, latDegrees } = ground.grid
  let best = 0
  for (let cell = 1; cell < lonDegrees.length; cell++) {
    const gap = (at: number) => Math.hypot(lonDegrees[at]! - lon, latDegrees[at]! - lat)
    if (gap(cell) < gap(best)) best = cell
  }
  return best
}
