import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groundOf } from '#analysis/ground-of.ts'
import { slownessOnSlope, walkingSpeedOn } from '#analysis/reach/friction/slope-speed.ts'
import {
  type ElevationRaster,
  elevationRaster,
  heightAt,
} from '#analysis/reach/off-road/elevation-raster.ts'
import { offRoadOf } from '#analysis/reach/off-road/off-road.ts'
import { MAX_VEHICLE_SLOPE } from '#analysis/reach/off-road/slope-along.ts'
import { NO_WATER } from '#analysis/reach/off-road/water-lines.ts'
import { createRouter } from '#analysis/reach/router.ts'
import { type Columns, numberColumn } from '#core/columns/columns.ts'
import { columnsFault } from '#core/columns/kinds.ts'
import { DEFAULT_VEHICLES } from '#core/defaults/vehicles.ts'
import { operationOf } from '#core/document.ts'
import { metresBetween } from '#core/geo/distance.ts'
import { newOperation } from '#core/new-operation.ts'
import type { LonLat } from '#core/place.ts'
import { aCommunity } from '#support/build.ts'
import { at } from './small-roads.ts'

const DEGREES = 0.005

/** A square grid over the box, its heights by a function of where they are; null: not told. */
function heightsOn(
  west: number,
  south: number,
  size: number,
  of: (place: LonLat) => number | null,
) {
  const places = Array.from(
    { length: size * size },
    (_, i): LonLat => [west + (i % size) * DEGREES, south + Math.floor(i / size) * DEGREES],
  ).filter((place) => of(place) !== null)
  const columns: Columns = {
    rowCount: places.length,
    geometry: { type: 'points', positions: Float64Array.from(places.flat()) },
    fields: {
      metres: numberColumn(places.map(of)),
      cellDegrees: numberColumn(places.map(() => DEGREES)),
    },
  }
  expect(columnsFault('elevation', columns)).toBeNull()
  return columns
}

function readAt(raster: ElevationRaster, lon: number, lat: number): number {
  const { west, south, cellDegrees } = raster
  return heightAt(raster, (lon - west) / cellDegrees - 0.5, (lat - south) / cellDegrees - 0.5)
}

const METRES_A_DEGREE = metresBetween([0, 0], [0, 1])
/** Rising to the north by so many metres a metre. */
const rising = (slope: number) => heightsOn(-1, -1, 401, ([, lat]) => slope * lat * METRES_A_DEGREE)

function along(columns: readonly Columns[], by: 'foot' | 'vehicle') {
  const terrain = { water: NO_WATER, landCover: null, elevation: elevationRaster(columns) }
  const { openMetres } = offRoadOf(terrain, by)
  return (a: LonLat, b: LonLat) => openMetres(...a, ...b, metresBetween(a, b)) / metresBetween(a, b)
}

describe('heights', () => {
  it('are read between the middles of squares, and unknown beside a gap', () => {
    const place = fc.tuple(
      fc.double({ min: 0.01, max: 0.08, noNaN: true }),
      fc.double({ min: 0.01, max: 0.08, noNaN: true }),
    )
    const plane = ([lon, lat]: LonLat) => 100 + 3000 * lon - 2000 * lat
    const raster = elevationRaster([heightsOn(0, 0, 20, plane)])!
    fc.assert(
      fc.property(place, (where) => {
        expect(readAt(raster, ...where)).toBeCloseTo(plane(where), 2)
      }),
    )
    expect(readAt(raster, 0.0125, -0.1)).toBeNaN()
    const holed = heightsOn(0, 0, 20, (where) =>
      Math.hypot(where[0] - 0.05, where[1] - 0.05) < 0.001 ? null : 5,
    )
    expect(readAt(elevationRaster([holed])!, 0.051, 0.05)).toBeNaN()
    expect(elevationRaster([])).toBeNull()
  })

  it('of neighbouring files make one ground', () => {
    const [west, east] = [heightsOn(0, 0, 20, () => 100), heightsOn(0.1, 0, 20, () => 100)]
    const raster = elevationRaster([west, east])!
    expect(readAt(raster, 0.0975, 0.04)).toBeCloseTo(100, 6)
  })
})

describe('slopes off the road', () => {
  it('take as long there as back, and never less than level ground', () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (slope) => {
        expect(slownessOnSlope(slope)).toBeGreaterThanOrEqual(1)
        expect(slownessOnSlope(slope)).toBeCloseTo(slownessOnSlope(-slope), 9)
        const both = 0.5 / walkingSpeedOn(4, slope) + 0.5 / walkingSpeedOn(4, -slope)
        expect(slownessOnSlope(slope) / 4).toBeCloseTo(both, 9)
      }),
    )
    expect(slownessOnSlope(0)).toBeCloseTo(1, 12)
  })

  it('slow walkers by Tobler up and down, not along the contour, and stop vehicles at the limit', () => {
    const [from, north, east]: LonLat[] = [
      [0, 0],
      [0, 0.05],
      [0.05, 0],
    ]
    for (const slope of [0, 0.1, 0.25, 0.4]) {
      const [foot, wheels] = [along([rising(slope)], 'foot'), along([rising(slope)], 'vehicle')]
      expect(foot(from!, north!)).toBeCloseTo(slownessOnSlope(slope), 2)
      expect(foot(north!, from!)).toBeCloseTo(foot(from!, north!), 6)
      expect(foot(from!, east!)).toBeCloseTo(1, 6)
      const isStopped = slope > MAX_VEHICLE_SLOPE
      expect(wheels(from!, north!)).toBe(isStopped ? Number.POSITIVE_INFINITY : 1)
    }
  })

  it('count as level where no height is told', () => {
    const foot = along([rising(0.3)], 'foot')
    expect(foot([50, 10], [50, 10.05])).toBe(1)
  })

  it('make travel longer on foot and end it for a vehicle that goes off the road', () => {
    const box: LonLat[] = [at(-5, -5), at(30, -5), at(30, 30), at(-5, 30), at(-5, -5)]
    const [lon, lat] = at(-10, -10)
    const groundWith = (elevation: readonly Columns[]) =>
      groundOf({
        areas: [
          {
            id: 'a',
            name: 'A',
            level: 1,
            placeCode: null,
            parentId: null,
            aliases: [],
            outline: [[box]],
            populationCount: 1000,
          },
        ],
        communities: [aCommunity({ id: 'v', position: at(5, 8), areaId: 'a' })],
        population: null,
        roads: [],
        elevation,
        gridResolution: 6,
      })
    const operation = {
      ...operationOf(newOperation({ id: 'o', name: 'O', planningAt: '2026-11-22T12:00:00Z' })),
      season: 'dry' as const,
      maxFootMinutes: 600,
    }
    const walker = DEFAULT_VEHICLES.find(({ id }) => id === 'foot')!
    const offRoader = { ...walker, offRoad: { ...walker.offRoad, by: 'vehicle' as const } }
    const steep = heightsOn(lon, lat, 80, ([, y]) => 0.4 * (y - lat) * METRES_A_DEGREE)
    const [level, hill] = [groundWith([]), groundWith([steep])]
    const router = createRouter(hill)
    const minutes = (from: typeof router, vehicle: typeof walker) =>
      from.under({ operation, vehicle, restrictions: [], landingSites: [] }).toCells([at(5, 6)])[
        hill.communityCell[0]!
      ]!
    const onFoot = minutes(router, walker)
    expect(onFoot / minutes(createRouter(level), walker)).toBeCloseTo(slownessOnSlope(0.4), 1)
    expect(minutes(router, offRoader)).toBeNaN()
    expect(minutes(router, walker)).toBe(onFoot)
  })
})
