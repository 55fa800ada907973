import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ground } from '#analysis/ground.ts'
import { edgeFinder } from '#analysis/reach/edges-under.ts'
import { travelOf } from '#analysis/reach/reach.ts'
import { createRouter, type ReachTerms } from '#analysis/reach/router.ts'
import { DEFAULT_VEHICLES } from '#core/defaults/vehicles.ts'
import { operationOf } from '#core/document.ts'
import { newOperation } from '#core/new-operation.ts'
import type { LonLat } from '#core/place.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { vehicleNamed } from '#core/records/vehicle.ts'
import { aRestriction } from '#support/build.ts'
import { groundIn } from './ground-in.ts'
import { waterColumns } from './small-land.ts'
import { at, roadColumns } from './small-roads.ts'

const SIDE = 60
const operation = {
  ...operationOf(newOperation({ id: 'o', name: 'O', planningAt: '2026-11-22T12:00:00Z' })),
  season: 'dry' as const,
  maxFootMinutes: 180,
}
const ring = [at(-5, -10), at(SIDE, -10), at(SIDE, 40), at(-5, 40), at(-5, -10)]

function groundWith(
  lines: readonly (readonly LonLat[])[],
  rivers: readonly (readonly LonLat[])[] = [],
): Ground {
  return groundIn(ring, {
    roads: [roadColumns(lines.map((line) => ({ line })))],
    waterways: [waterColumns(rivers.map((line) => ({ line, waterClass: 'river' })))],
  })
}

const termsFor = (vehicleId: string, restrictions: readonly Restriction[] = []): ReachTerms => ({
  operation,
  vehicle: vehicleNamed(DEFAULT_VEHICLES, vehicleId),
  restrictions,
  landingSites: [],
})
const travelOn = (ground: Ground, vehicleId: string, restrictions: readonly Restriction[] = []) =>
  travelOf({ ground, ...termsFor(vehicleId, restrictions) }, termsFor(vehicleId).vehicle)

const closedAt = (position: LonLat, id = 'closed') =>
  aRestriction({
    id,
    kind: 'brokenBridge',
    geometry: { type: 'point', position, radiusMetres: 50 },
    effect: { type: 'closed' },
  })

/** Gravel, so 40 km an hour for a light truck; people walk 4 km an hour and the detour of 1.3. */
const drive = (kilometres: number) => (60 * kilometres) / 40
const walk = (kilometres: number) => (60 * 1.3 * kilometres) / 4

/** East along y = 0 with a bend each kilometre. */
const eastRoad = Array.from({ length: SIDE + 1 }, (_, x) => at(x, 0))
/** The same road in pieces of 10 km. */
const coarseRoad = Array.from({ length: SIDE / 10 + 1 }, (_, x) => at(10 * x, 0))

describe('a truck whose bridge is out', () => {
  const bent = groundWith([eastRoad])
  const out = closedAt(at(1.5, 0))

  it('does not drive on beyond what its crew walked round', () => {
    for (const vehicleId of ['truck-8t', 'truck-12t', 'vehicle-4x4', 'plant-20t']) {
      const travel = travelOn(bent, vehicleId, [out])
      expect(travel.route(at(0, 0), at(57, 0))).toBeNull()
      const minutes = travel.toPositions([at(0, 0)], [at(57, 0), at(3, 0)])
      expect(minutes[0]).toBeNaN()
      expect(minutes[1]).toBeGreaterThan(walk(2))
      expect(travel.among([at(0, 0), at(57, 0)], 9_999)[0]![1]).toBe(Number.POSITIVE_INFINITY)
    }
    const open = travelOn(bent, 'truck-8t').route(at(0, 0), at(57, 0))!
    expect(open.minutes).toBeCloseTo(drive(57), 1)
  })

  it('is walked round by those on foot, and gone round by what drives off the road', () => {
    const far = [at(0, 0), at(57, 0)] as const
    for (const vehicleId of ['foot', 'apc']) {
      expect(travelOn(bent, vehicleId, [out]).route(...far)).not.toBeNull()
    }
  })
})

describe('a start off the road', () => {
  const coarse = groundWith([coarseRoad])

  it('walks to the nearest point of the nearest road and drives on from there', () => {
    const travel = travelOn(coarse, 'truck-8t')
    const start = at(13, 1)
    const [east, west] = travel.toPositions([start], [at(20, 0), at(10, 0)])
    expect(east).toBeCloseTo(walk(1) + drive(7), 0)
    expect(west).toBeCloseTo(walk(1) + drive(3), 0)
    const { legs, minutes, metres } = travel.route(start, at(40, 0))!
    expect(legs.map(({ on }) => on)).toEqual(['offRoad', 'road'])
    expect(legs[0]!.metres).toBeCloseTo(1000, -1)
    expect(legs[1]!.metres).toBeCloseTo(27_000, -2)
    expect(legs[1]!.positions[0]![0]).toBeCloseTo(at(13, 0)[0], 4)
    expect(minutes).toBeCloseTo(walk(1) + drive(27), 0)
    expect(metres).toBeCloseTo(28_000, -2)
  })

  it('pays for the zone that it begins in, once, wherever along the road it stands', () => {
    const escorted = (...middles: readonly number[]) =>
      middles.map((x) =>
        aRestriction({
          id: `zone-${x}`,
          name: 'Convoy only',
          geometry: { type: 'point', position: at(x, 0), radiusMetres: 50 },
          effect: { type: 'escortOnly', delayMinutes: 60 },
        }),
      )
    const oneEdge = travelOn(coarse, 'truck-8t', escorted(15))
    const there = [10.02, 10.2, 15, 19].map(
      (x) => oneEdge.toPositions([at(x, 0)], [at(40, 0)])[0]! - drive(40 - x),
    )
    for (const minutes of there) expect(minutes).toBeCloseTo(60, 0)
    const { legs, minutes } = oneEdge.route(at(15, 0), at(40, 0))!
    expect(minutes).toBeCloseTo(drive(25) + 60, 0)
    expect(legs[0]!.delayMinutes).toBe(60)
    const ofTwoEdges = aRestriction({
      geometry: { type: 'segment', line: [at(10, 0), at(30, 0)] },
      effect: { type: 'escortOnly', delayMinutes: 60 },
    })
    const [long] = travelOn(coarse, 'truck-8t', [ofTwoEdges]).toPositions([at(15, 0)], [at(40, 0)])
    expect(long).toBeCloseTo(drive(25) + 60, 0)
  })

  it('stands on no bit of road that was left over from drawing, while a road is in reach', () => {
    const bit = [at(13, 0.5), at(13.3, 0.5)]
    const travel = travelOn(groundWith([coarseRoad, bit]), 'truck-8t')
    expect(travel.toPositions([at(13, 0.55)], [at(20, 0)])[0]).toBeCloseTo(walk(0.55) + drive(7), 0)
    const alone = travelOn(groundWith([bit]), 'truck-8t')
    expect(alone.toPositions([at(13, 0.55)], [at(13.3, 0.5)])[0]).toBeGreaterThan(0)
  })

  it('does not get off a closed road in the middle of it, but from its end it does', () => {
    const closed = closedAt(at(15, 0))
    const travel = travelOn(coarse, 'truck-8t', [closed])
    expect(travel.route(at(13, 1), at(50, 0))).toBeNull()
    expect(travel.route(at(20.01, 0.5), at(50, 0))).not.toBeNull()
  })

  it('does not cross water to a road that is nearer than its own', () => {
    const line = Array.from({ length: SIDE / 10 + 1 }, (_, x) => at(10 * x, 3))
    const river = [at(-5, 1), at(SIDE, 1)]
    const travel = travelOn(groundWith([line, coarseRoad], [river]), 'truck-8t')
    const [own, other] = travel.toPositions([at(13, 1.1)], [at(20, 3), at(20, 0)])
    expect(own).toBeCloseTo(walk(1.9) + drive(7), 0)
    expect(other).toBeNaN()
  })
})

describe('travel among places of a vehicle that keeps to the roads', () => {
  it('stands on the road at both ends, also on one piece of it', () => {
    const travel = travelOn(groundWith([coarseRoad]), 'truck-8t')
    const [from] = travel.among([at(13, 1), at(17, 0.5), at(36, 0.5), at(12, 0)], 9_999)
    expect(from![0]).toBe(0)
    expect(from![1]).toBeCloseTo(walk(1.5) + drive(4), 0)
    expect(from![2]).toBeCloseTo(walk(1.5) + drive(23), 0)
    expect(from![3]).toBeCloseTo(walk(1) + drive(1), 0)
  })

  it('pays a delay on the way into the zone that it ends in', () => {
    const zone = aRestriction({
      kind: 'checkpoint',
      geometry: { type: 'point', position: at(35, 0), radiusMetres: 50 },
      effect: { type: 'delay', delayMinutes: 40 },
    })
    const travel = travelOn(groundWith([coarseRoad]), 'truck-8t', [zone])
    const [row] = travel.among([at(13, 0), at(36, 0), at(47, 0)], 9_999)
    expect(row![1]).toBeCloseTo(drive(23) + 40, 0)
    expect(row![2]).toBeCloseTo(drive(34) + 40, 0)
  })
})

/** A net of roads every 12 km with pieces of 6 km, so that most starts stand between two nodes. */
const NET = [3, 15, 27]
const steps = Array.from({ length: 6 }, (_, i) => 6 * i)
const net = groundWith([
  ...NET.map((y) => steps.map((x) => at(x, y))),
  ...NET.map((x) => steps.map((y) => at(x, y))),
])
const somewhere = fc
  .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }))
  .map(([x, y]) => at(x / 10, y / 10))
const onRoad = fc
  .tuple(fc.constantFrom(...NET), fc.integer({ min: 0, max: 300 }), fc.boolean())
  .map(([line, along, isAcross]) => (isAcross ? at(along / 10, line) : at(line, along / 10)))
const restriction = fc.record({
  position: onRoad,
  effect: fc.oneof(
    fc.constant({ type: 'closed' as const }),
    fc.nat(60).map((delayMinutes) => ({ type: 'delay' as const, delayMinutes })),
    fc.constant({ type: 'speedFactor' as const, factor: 0.5 }),
    fc.integer({ min: 2, max: 20 }).map((maxTonnes) => ({ type: 'massLimit' as const, maxTonnes })),
  ),
})
const made = (
  { position, effect }: { position: LonLat; effect: Restriction['effect'] },
  i: number,
) =>
  aRestriction({
    id: `r${i}`,
    kind: 'checkpoint',
    geometry: { type: 'point', position, radiusMetres: 50 },
    effect,
  })
const starts = fc.array(somewhere, { minLength: 1, maxLength: 3 })

describe('wherever a truck starts (random)', () => {
  it('no restriction makes a way shorter', () => {
    fc.assert(
      fc.property(fc.array(restriction, { minLength: 1, maxLength: 6 }), starts, (drawn, from) => {
        const all = drawn.map(made)
        const [fewer, more] = [all.slice(1), all].map((some) =>
          createRouter(net).under(termsFor('truck-8t', some)),
        )
        const before = fewer!.toCells(from)
        more!.toCells(from).forEach((minutes, cell) => {
          expect(Number.isNaN(minutes) || minutes >= before[cell]! - 1e-9).toBe(true)
        })
        const amongBefore = fewer!.among(from, 9_999)
        more!.among(from, 9_999).forEach((row, i) => {
          row.forEach((minutes, j) => {
            expect(minutes).toBeGreaterThanOrEqual(amongBefore[i]![j]! - 1e-9)
          })
        })
      }),
      { numRuns: 60 },
    )
  })

  it('a router that repairs says what a new one would, bit for bit', () => {
    const edits = fc.array(fc.tuple(fc.nat(4), fc.boolean(), restriction), {
      minLength: 8,
      maxLength: 8,
    })
    fc.assert(
      fc.property(edits, starts, (drawn, from) => {
        const router = createRouter(net)
        const standing = new Map<number, Restriction>()
        for (const [slot, isLifted, parts] of drawn) {
          if (isLifted) standing.delete(slot)
          else standing.set(slot, made(parts, slot))
          const terms = termsFor('truck-8t', [...standing.values()])
          expect(router.under(terms).toCells(from)).toEqual(
            createRouter(net).under(terms).toCells(from),
          )
        }
      }),
      { numRuns: 30 },
    )
  })

  it('what a loss would mean is what a router says without the road, the road of the start too', () => {
    const find = edgeFinder(net.network)
    const people = Float64Array.from(net.grid.cells, () => 1)
    fc.assert(
      fc.property(fc.array(restriction, { maxLength: 3 }), starts, onRoad, (drawn, from, lost) => {
        const standing = drawn.map(made)
        const travel = createRouter(net).under(termsFor('truck-8t', standing))
        const losses = travel.losses(from)
        const bridge = closedAt(lost)
        const edges = find(bridge.geometry)
        const loss = losses.without(edges)
        const after = losses.minutes.slice()
        loss.cells.forEach((cell, i) => {
          after[cell] = loss.minutes[i]!
        })
        const closed = createRouter(net).under(termsFor('truck-8t', [...standing, bridge]))
        expect(after).toEqual(closed.toCells(from))
        expect(losses.mostPeople(people)(edges)).toBeGreaterThanOrEqual(loss.cells.length)
      }),
      { numRuns: 60 },
    )
  })

  it('a route takes as long as the journey to its end', () => {
    fc.assert(
      fc.property(
        fc.array(restriction, { maxLength: 4 }),
        somewhere,
        somewhere,
        (drawn, from, to) => {
          const travel = createRouter(net).under(termsFor('truck-8t', drawn.map(made)))
          const route = travel.route(from, to)
          const [minutes] = travel.toPositions([from], [to])
          if (route) expect(route.minutes).toBeCloseTo(minutes!, 6)
          else expect(minutes).toBeNaN()
          const legs = route?.legs ?? []
          const sum = legs.reduce((total, leg) => total + leg.minutes, 0)
          if (route) expect(sum).toBeGreaterThan(route.minutes - 1)
        },
      ),
      { numRuns: 60 },
    )
  })
})
