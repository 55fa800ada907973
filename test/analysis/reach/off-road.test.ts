import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverRaster, NO_COVER } from '#analysis/reach/off-road/cover-raster.ts'
import { offRoadOf } from '#analysis/reach/off-road/off-road.ts'
import { waterFinder } from '#analysis/reach/off-road/water-finder.ts'
import { NO_WATER, waterLines } from '#analysis/reach/off-road/water-lines.ts'
import { travelOf } from '#analysis/reach/reach.ts'
import { roadNetwork } from '#analysis/reach/road-network.ts'
import { createRouter } from '#analysis/reach/router.ts'
import { DEFAULT_VEHICLES } from '#core/defaults/vehicles.ts'
import { operationOf } from '#core/document.ts'
import { polygonHolds } from '#core/geo/polygon.ts'
import { newOperation } from '#core/new-operation.ts'
import type { LonLat } from '#core/place.ts'
import { LAND_COVERS, type LandCover } from '#core/records/land-cover.ts'
import { ROAD_CROSSINGS } from '#core/records/road.ts'
import { aCommunity, aRestriction } from '#support/build.ts'
import { groundIn } from './ground-in.ts'
import { coverColumns, waterColumns } from './small-land.ts'
import { at, roadColumns } from './small-roads.ts'

const operation = {
  ...operationOf(newOperation({ id: 'o', name: 'O', planningAt: '2026-11-22T12:00:00Z' })),
  season: 'dry' as const,
  maxFootMinutes: 120,
}
const ON_FOOT = DEFAULT_VEHICLES.find(({ id }) => id === 'foot')!
const box = (west: number, south: number, east: number, north: number): LonLat[] => [
  at(west, south),
  at(east, south),
  at(east, north),
  at(west, north),
  at(west, south),
]

/** 40 × 20 km; a road along the south, villages 3 km north of it, and the rest as told. */
function groundWith(parts: Parameters<typeof groundIn>[1] = {}) {
  return groundIn(box(0, -10, 40, 10), {
    communities: [5, 15, 25, 35].map((x) =>
      aCommunity({ id: `v${x}`, position: at(x, 3), areaId: 'a', populationCount: null }),
    ),
    roads: [roadColumns([{ line: Array.from({ length: 81 }, (_, i) => at(i / 2, 0)) }])],
    ...parts,
  })
}

const facts = { operation, restrictions: [] }
const minutesIn = (ground: ReturnType<typeof groundWith>, start = at(5, 0)) =>
  travelOf({ ...facts, ground }, ON_FOOT).toCells([start])
const cellOf = (ground: ReturnType<typeof groundWith>, x: number) =>
  ground.communityCell[ground.communityIds.indexOf(`v${x}`)]!

describe('water off the road', () => {
  const river = { line: [at(-5, 1), at(45, 1)], waterClass: 'river', name: 'Saint Paul' }

  it('keeps everybody on their bank where no road leads over it', () => {
    const dry = groundWith()
    const wet = groundWith({ waterways: [waterColumns([river])] })
    for (const x of [5, 15, 25, 35]) {
      expect(minutesIn(dry)[cellOf(dry, x)]).toBeGreaterThan(0)
      expect(minutesIn(wet)[cellOf(wet, x)]).toBeNaN()
    }
  })

  it('is crossed by a road, which then counts as a bridge over the river of that name', () => {
    const north = [at(10, 0), at(10, 0.6), at(10, 1.4), at(10, 3)]
    const roads = [
      roadColumns([{ line: Array.from({ length: 81 }, (_, i) => at(i / 2, 0)) }, { line: north }]),
    ]
    const ground = groundWith({ roads, waterways: [waterColumns([river])] })
    const minutes = minutesIn(ground)
    expect(minutes[cellOf(ground, 5)]).toBeGreaterThan(0)
    expect(minutes[cellOf(ground, 15)]).toBeGreaterThan(0)
    const { edgeCrossing, edgeWater, waterNames, edgeStretch } = ground.network
    const bridges = [...edgeCrossing.keys()].filter(
      (edge) => edgeCrossing[edge] === ROAD_CROSSINGS.indexOf('bridge'),
    )
    expect(bridges.map((edge) => waterNames[edgeWater[edge]!])).toEqual([
      'Saint Paul',
      'Saint Paul',
    ])
    expect(bridges.map((edge) => edgeStretch[edge])).toEqual([1, 1])
  })

  it('leaves a ferry a ferry', () => {
    const network = roadNetwork(
      [roadColumns([{ line: [at(1, 0), at(1, 2)], crossing: 'ferry' }])],
      waterLines([waterColumns([river])]),
    )
    expect([...network.edgeCrossing]).toEqual([2, 2])
    expect(network.waterNames[network.edgeWater[0]!]).toBe('Saint Paul')
  })

  it('counts one bridge where a river runs through a vertex of the road', () => {
    const network = roadNetwork(
      [roadColumns([{ line: [at(1, 0), at(1, 1), at(1, 2)] }])],
      waterLines([waterColumns([river])]),
    )
    expect([...network.edgeCrossing].filter((each) => each === 1).length).toBe(2)
  })

  it('is no barrier where it is waded: a stream less than 20 m wide', () => {
    const stream = (widthMetres: number | null) =>
      groundWith({ waterways: [waterColumns([{ ...river, waterClass: 'stream', widthMetres }])] })
    const dry = groundWith()
    expect(minutesIn(stream(null))).toEqual(minutesIn(dry))
    expect(minutesIn(stream(19.9))).toEqual(minutesIn(dry))
    expect(minutesIn(stream(20))[cellOf(dry, 5)]).toBeNaN()
  })

  it('is waded up to the width that the operation sets; rivers never are', () => {
    const under = (waterBarrierMetres: number, waterClass: string) =>
      groundWith({
        waterBarrierMetres,
        waterways: [waterColumns([{ ...river, waterClass, widthMetres: 25 }])],
      })
    const dry = groundWith()
    expect(minutesIn(under(30, 'stream'))).toEqual(minutesIn(dry))
    expect(minutesIn(under(25, 'stream'))[cellOf(dry, 5)]).toBeNaN()
    expect(minutesIn(under(30, 'river'))[cellOf(dry, 5)]).toBeNaN()
  })

  it('surrounds an island in a lake', () => {
    const lake = { polygon: [box(12, 1, 20, 6), box(14, 2, 16, 4)], waterClass: 'lake' }
    const ground = groundWith({ waterways: [waterColumns([lake])] })
    expect(minutesIn(ground)[cellOf(ground, 15)]).toBeNaN()
    expect(minutesIn(ground)[cellOf(ground, 25)]).toBeGreaterThan(0)
  })

  it('parts places that are asked about one by one, and travel that is repaired', () => {
    const ground = groundWith({ roads: [], waterways: [waterColumns([river])] })
    const travel = travelOf({ ...facts, ground }, ON_FOOT)
    const [row] = travel.among([at(5, 0), at(5, 0.9), at(5, 1.1)], 999)
    expect(row?.[1]).toBeGreaterThan(0)
    expect(row?.[2]).toBe(Number.POSITIVE_INFINITY)
    expect(travel.route(at(5, 0), at(5, 2))).toBeNull()
  })

  it('finds what a look at every piece finds', () => {
    const metre = fc.integer({ min: 0, max: 4000 })
    const place = fc.tuple(metre, metre).map(([x, y]) => at(x / 100, y / 100 + 0.001))
    fc.assert(
      fc.property(
        fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 30 }),
        fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 30 }),
        (pieces, walks) => {
          const water = waterLines([
            waterColumns(pieces.map((line) => ({ line, waterClass: 'river' }))),
          ])
          const between = waterFinder(water)
          for (const [a, b] of walks) {
            const isCrossed = pieces.some(([c, d]) => isProper(a, b, c, d))
            const isTouched = pieces.some(([c, d]) => isNearly(a, b, c, d))
            if (isCrossed) expect(between(...a, ...b)).toBeGreaterThanOrEqual(0)
            else if (!isTouched) expect(between(...a, ...b)).toBe(-1)
          }
        },
      ),
    )
  })
})

const side = (a: LonLat, b: LonLat, c: LonLat) =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
const isProper = (a: LonLat, b: LonLat, c: LonLat, d: LonLat) =>
  side(a, b, c) * side(a, b, d) < -1e-18 && side(c, d, a) * side(c, d, b) < -1e-18
const isNearly = (a: LonLat, b: LonLat, c: LonLat, d: LonLat) =>
  side(a, b, c) * side(a, b, d) < 1e-18 && side(c, d, a) * side(c, d, b) < 1e-18

describe('land cover off the road', () => {
  const everywhere = (cover: LandCover) =>
    groundWith({ landCover: [coverColumns([{ polygon: [box(-20, -30, 60, 30)], cover }])] })

  it('changes nothing where all is open ground, and nothing where nothing is told', () => {
    const dry = groundWith()
    expect(minutesIn(everywhere('grass'))).toEqual(minutesIn(dry))
    expect(minutesIn(groundWith({ landCover: [] }))).toEqual(minutesIn(dry))
  })

  it('takes twice as long on foot through forest, and four fifths over bare ground', () => {
    const dry = groundWith()
    const cell = cellOf(dry, 5)
    const open = minutesIn(dry, at(5, 0))[cell]!
    const { footDetourFactor } = operation
    expect(open).toBeCloseTo(3 * 15 * footDetourFactor, 4)
    expect(minutesIn(everywhere('bare'), at(5, 0))[cell]).toBeCloseTo(0.8 * open, 4)
    expect(minutesIn(everywhere('forest'), at(5, 0))[cell]).toBeCloseTo(2 * open, 4)
  })

  it('keeps the limit in minutes: forest shortens how far people walk, bare ground lengthens it', () => {
    const reached = (ground: ReturnType<typeof groundWith>) =>
      minutesIn(ground).filter((each) => !Number.isNaN(each)).length
    const dry = groundWith()
    expect(reached(everywhere('forest'))).toBeLessThan(reached(dry))
    expect(reached(everywhere('bare'))).toBeGreaterThanOrEqual(reached(dry))
    const limit = { ...facts, operation: { ...operation, maxFootMinutes: 45 * 1.3 * 0.9 } }
    const walk = (ground: ReturnType<typeof groundWith>) =>
      travelOf({ ...limit, ground }, ON_FOOT).toCells([at(5, 0)])[cellOf(dry, 5)]
    expect(walk(dry)).toBeNaN()
    expect(walk(everywhere('bare'))).toBeGreaterThan(0)
  })

  it('is never quicker through slower cover', () => {
    const order: LandCover[] = ['bare', 'grass', 'shrub', 'forest', 'wetland']
    const minutes = order.map((cover) => minutesIn(everywhere(cover)))
    for (let i = 1; i < order.length; i++) {
      minutes[i]!.forEach((each, cell) => {
        const before = minutes[i - 1]![cell]!
        if (!Number.isNaN(each)) expect(each).toBeGreaterThanOrEqual(before)
      })
    }
  })

  it('stops at the shore of water among it', () => {
    const ground = groundWith({
      landCover: [
        coverColumns([
          { polygon: [box(-20, -30, 60, 30)], cover: 'grass' },
          { polygon: [box(-20, 1, 60, 2)], cover: 'water' },
        ]),
      ],
    })
    expect(minutesIn(ground)[cellOf(ground, 5)]).toBeNaN()
    expect(ground.network.edgeCrossing.some((each) => each !== 0)).toBe(false)
  })

  it('means the ground under the line: half forest, half grass takes one and a half times as long', () => {
    const { openMetres } = offRoadOf(
      {
        water: NO_WATER,
        landCover: coverRaster([
          coverColumns([
            { polygon: [box(0, 0, 20, 20)], cover: 'grass' },
            { polygon: [box(10, 0, 20, 20)], cover: 'forest' },
          ]),
        ]),
        elevation: null,
      },
      'foot',
    )
    const [a, b] = [at(5, 5), at(15, 5)]
    expect(openMetres(...a, ...b, 10_000) / 15_000).toBeCloseTo(1, 1)
    expect(openMetres(...a, ...b, 10_000)).toBeCloseTo(openMetres(...b, ...a, 10_000), 6)
    expect(openMetres(...at(-9, 5), ...at(-5, 5), 4000)).toBe(4000)
  })

  it('lays the cover of its middle on every cell, holes and later outlines counted', () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }))
    const triangle = fc
      .tuple(corner, corner, corner)
      .map((corners) =>
        [...corners, corners[0]].map(([x, y]) => at(1.0173 * x + 0.123, 0.9871 * y + 0.0456)),
      )
    const outline = fc.record({
      polygon: triangle.map((ring) => [ring, box(8.01, 8.02, 12.03, 12.04)]),
      cover: fc.constantFrom(...LAND_COVERS),
    })
    fc.assert(
      fc.property(fc.array(outline, { minLength: 1, maxLength: 4 }), (outlines) => {
        const raster = coverRaster([coverColumns(outlines)])!
        for (let cell = 0; cell < raster.cover.length; cell++) {
          const lon = raster.west + ((cell % raster.columns) + 0.5) * raster.cellDegrees
          const row = Math.floor(cell / raster.columns)
          const lat = raster.south + (row + 0.5) * raster.cellDegrees
          const holding = outlines.filter(
            ({ polygon }) =>
              polygonHolds([polygon[0]!], lon, lat) !== polygonHolds([polygon[1]!], lon, lat),
          )
          const cover = holding.at(-1)?.cover
          const wanted = cover ? LAND_COVERS.indexOf(cover) : NO_COVER
          expect(raster.cover[cell]).toBe(wanted)
        }
      }),
      { numRuns: 20 },
    )
  })

  it('answers the same when a router repairs as when it begins anew', () => {
    const ground = groundWith({
      landCover: [coverColumns([{ polygon: [box(10, -10, 22, 10)], cover: 'forest' }])],
      waterways: [waterColumns([{ line: [at(28, -9), at(29, 9)], waterClass: 'river' }])],
    })
    const router = createRouter(ground)
    const terms = { ...facts, vehicle: ON_FOOT, landingSites: [] }
    const closed = {
      ...terms,
      restrictions: [aRestriction({ geometry: { type: 'area', polygon: [box(4, 1, 6, 2)] } })],
    }
    for (const now of [terms, closed, terms]) {
      const fresh = createRouter(ground)
        .under(now)
        .toCells([at(5, 0)])
      expect(router.under(now).toCells([at(5, 0)])).toEqual(fresh)
    }
  })
})
