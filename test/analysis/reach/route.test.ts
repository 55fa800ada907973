import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groundOf } from '#analysis/ground-of.ts'
import { travelOf } from '#analysis/reach/reach.ts'
import { type Columns, categoryColumn, numberColumn, textColumn } from '#core/columns/columns.ts'
import { DEFAULT_VEHICLES } from '#core/defaults/vehicles.ts'
import { operationOf } from '#core/document.ts'
import { newOperation } from '#core/new-operation.ts'
import type { LonLat } from '#core/place.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { vehicleNamed } from '#core/records/vehicle.ts'
import { aRestriction } from '#support/build.ts'
import { at } from './small-roads.ts'

type Drawn = {
  readonly line: readonly LonLat[]
  readonly name: string
  readonly surface: string
  readonly crossing?: string
  readonly maxTonnes?: number
}

function roads(lines: readonly Drawn[]): Columns {
  const offsets = [0]
  for (const { line } of lines) offsets.push(offsets.at(-1)! + line.length)
  return {
    rowCount: lines.length,
    geometry: {
      type: 'lines',
      positions: Float64Array.from(lines.flatMap(({ line }) => line.flat())),
      offsets: Uint32Array.from(offsets),
      vertexEpochMinutes: null,
    },
    fields: {
      roadClass: categoryColumn(lines.map(() => 'primary')),
      surface: categoryColumn(lines.map(({ surface }) => surface)),
      crossing: categoryColumn(lines.map(({ crossing }) => crossing ?? null)),
      maxTonnes: numberColumn(lines.map(({ maxTonnes }) => maxTonnes ?? null)),
      name: textColumn(lines.map(({ name }) => name)),
    },
  }
}

/** East on the Coast Road, over a bridge, then north on the Hill Road; a ferry cuts the corner. */
const groundWith = (drawn: readonly Drawn[]) =>
  groundOf({
    areas: [
      {
        id: 'a',
        name: 'A',
        level: 1,
        placeCode: null,
        parentId: null,
        aliases: [],
        outline: [[[at(-5, -5), at(45, -5), at(45, 45), at(-5, 45), at(-5, -5)]]],
        populationCount: 1000,
      },
    ],
    communities: [],
    population: null,
    roads: [roads(drawn)],
    gridResolution: 6,
  })
const ground = groundWith([
  { line: [at(0, 0), at(10, 0), at(19, 0)], name: 'Coast Road', surface: 'paved' },
  {
    line: [at(19, 0), at(20, 0)],
    name: 'Coast Road',
    surface: 'paved',
    crossing: 'bridge',
    maxTonnes: 10,
  },
  { line: [at(20, 0), at(30, 0)], name: 'Coast Road', surface: 'paved' },
  { line: [at(30, 0), at(30, 20)], name: 'Hill Road', surface: 'gravel' },
  {
    line: [at(10, 0), at(12, 12), at(30, 20)],
    name: 'Lake ferry',
    surface: 'earth',
    crossing: 'ferry',
  },
])
const operation = {
  ...operationOf(newOperation({ id: 'o', name: 'O', planningAt: '2026-11-22T12:00:00Z' })),
  season: 'dry' as const,
}

function routeOf(vehicleId: string, restrictions: readonly Restriction[] = [], to = at(30, 20)) {
  const vehicle = vehicleNamed(DEFAULT_VEHICLES, vehicleId)
  return travelOf({ ground, operation, restrictions }, vehicle).route(at(0, 0), to)
}

describe('a route', () => {
  it('names its legs and turns, and sums to what the trip takes', () => {
    const route = routeOf('truck-8t')!
    expect(route.legs.map(({ name }) => name)).toEqual(['Coast Road', 'Hill Road'])
    expect(route.legs[0]!.crossings).toEqual(['bridge'])
    expect(route.maxTonnes).toBe(10)
    expect(route.minutes).toBeCloseTo(30 + 30, 1)
    expect(route.metres / 1000).toBeCloseTo(50, 1)
    expect(route.legs[1]!.positions[0]![0]).toBeCloseTo(at(30, 0)[0], 6)
  })

  it('takes the ferry where the bridge is too weak, and waits for it once', () => {
    const route = routeOf('truck-12t')!
    expect(route.legs.map(({ name }) => name)).toEqual(['Coast Road', 'Lake ferry'])
    const kilometres = Math.hypot(2, 12) + Math.hypot(18, 8)
    expect(route.legs[1]!.minutes).toBeCloseTo(30 + (60 * kilometres) / 8, 0)
    expect(route.legs[1]!.crossings).toEqual(['ferry'])
  })

  it('tells the minutes that it waits at a checkpoint apart', () => {
    const stop = aRestriction({
      kind: 'checkpoint',
      geometry: { type: 'point', position: at(30, 10), radiusMetres: 200 },
      effect: { type: 'delay', delayMinutes: 25 },
    })
    const route = routeOf('truck-8t', [stop])!
    expect(route.legs.map(({ delayMinutes }) => delayMinutes)).toEqual([0, 25])
    expect(route.minutes).toBeCloseTo(85, 1)
  })

  it('says how far it goes off the road, and is none where nobody gets', () => {
    const route = routeOf('truck-8t', [], at(30, 22))!
    expect(route.legs.at(-1)).toMatchObject({ on: 'offRoad', name: '' })
    expect(route.legs.at(-1)!.minutes).toBeCloseTo((2 * 1.3 * 60) / 4, 0)
    expect(routeOf('truck-8t', [], at(0, 40))).toBeNull()
  })

  it('names the one of two parallel roads that it takes: the one that bears it, the quicker one', () => {
    const line = [at(0, 0), at(20, 0)]
    const parallel = groundWith([
      { line, name: 'Weak Road', surface: 'paved', maxTonnes: 5 },
      { line, name: 'Slow Road', surface: 'earth' },
      { line, name: 'Sound Road', surface: 'gravel' },
    ])
    const terms = { ground: parallel, operation, restrictions: [] }
    const nameFor = (vehicleId: string) => {
      const travel = travelOf(terms, vehicleNamed(DEFAULT_VEHICLES, vehicleId))
      const { legs, maxTonnes } = travel.route(at(0, 0), at(20, 0))!
      return [legs.map(({ name }) => name), maxTonnes]
    }
    expect(nameFor('truck-12t')).toEqual([['Sound Road'], Number.POSITIVE_INFINITY])
    expect(nameFor('vehicle-4x4')).toEqual([['Weak Road'], 5])
  })

  it('tells the lowest load class on the way, leg by leg and in a sentence', () => {
    const limit = (x: number, maxLoadClass: number) =>
      aRestriction({
        id: `c${x}`,
        geometry: { type: 'point', position: at(x, 0), radiusMetres: 200 },
        effect: { type: 'classLimit', maxLoadClass },
      })
    const route = routeOf('truck-8t', [limit(5, 30), limit(15, 12)])!
    expect(route.maxLoadClass).toBe(12)
    expect(route.legs.map(({ maxLoadClass }) => maxLoadClass)).toEqual([
      12,
      Number.POSITIVE_INFINITY,
    ])
    expect(routeOf('truck-8t')!.maxLoadClass).toBe(Number.POSITIVE_INFINITY)
  })

  it('takes as long as the same journey to a cell, wherever it ends (random restrictions)', () => {
    const { lonDegrees, latDegrees, cells } = ground.grid
    const point = fc.record({
      x: fc.integer({ min: 0, max: 30 }),
      kind: fc.constantFrom('closed', 'delay', 'slow'),
    })
    fc.assert(
      fc.property(fc.array(point, { maxLength: 4 }), fc.nat(cells.length - 1), (points, cell) => {
        const restrictions = points.map(({ x, kind }, i) =>
          aRestriction({
            id: `r${i}`,
            geometry: { type: 'point', position: at(x, 0), radiusMetres: 300 },
            effect:
              kind === 'closed'
                ? { type: 'closed' }
                : kind === 'delay'
                  ? { type: 'delay', delayMinutes: 20 }
                  : { type: 'speedFactor', factor: 0.5 },
          }),
        )
        const vehicle = vehicleNamed(DEFAULT_VEHICLES, 'truck-8t')
        const travel = travelOf({ ground, operation, restrictions }, vehicle)
        const minutes = travel.toCells([at(0, 0)])[cell]!
        const route = travel.route(at(0, 0), [lonDegrees[cell]!, latDegrees[cell]!])
        if (Number.isNaN(minutes)) expect(route).toBeNull()
        else expect(route!.minutes).toBeCloseTo(minutes, 2)
        const legs = route?.legs ?? []
        legs.slice(1).forEach(({ positions }, i) => {
          expect(positions[0]).toEqual(legs[i]!.positions.at(-1))
        })
      }),
      { numRuns: 60 },
    )
  })
})
