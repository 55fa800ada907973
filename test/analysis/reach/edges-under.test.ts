import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RoadNetwork } from '#analysis/ground.ts'
import { edgeRules } from '#analysis/reach/edge-rules.ts'
import { edgeFinder } from '#analysis/reach/edges-under.ts'
import { roadNetwork } from '#analysis/reach/road-network.ts'
import { roadsUnder } from '#analysis/reach/roads-under.ts'
import { textColumn } from '#core/columns/columns.ts'
import { metresBetween } from '#core/geo/distance.ts'
import type { LonLat, Polygon } from '#core/place.ts'
import { aRestriction } from '#support/build.ts'
import { at, roadColumns } from './small-roads.ts'

/** A road west to east with vertices each kilometre, crossed by one south to north at 2 km. */
const network = roadNetwork([
  roadColumns([
    { line: [0, 1, 2, 3, 4].map((x) => at(x, 0)) },
    { line: [-2, -1, -0.05, 0.05, 1, 2].map((y) => at(2, y)) },
  ]),
])
const edgesUnder = edgeFinder(network)

/** Middles of the edges found, in kilometres, each once. */
function middles(edges: readonly number[]): string[] {
  const found = new Set<string>()
  for (let from = 0; from + 1 < network.edgeOffsets.length; from++) {
    for (let edge = network.edgeOffsets[from]!; edge < network.edgeOffsets[from + 1]!; edge++) {
      if (!edges.includes(edge)) continue
      const to = network.edgeTarget[edge]!
      const x = (network.nodeLonDegrees[from]! + network.nodeLonDegrees[to]!) / 2
      const y = (network.nodeLatDegrees[from]! + network.nodeLatDegrees[to]!) / 2
      found.add(`${((x + 10) * 111.19508).toFixed(2)},${Math.abs(y * 111.19508).toFixed(2)}`)
    }
  }
  return [...found].sort()
}

const square = (west: number, south: number, size: number): Polygon => [
  [
    at(west, south),
    at(west + size, south),
    at(west + size, south + size),
    at(west, south + size),
    at(west, south),
  ],
]

describe('edgesUnder', () => {
  it('leaves a road that runs beside the one that a stretch was drawn on', () => {
    const both = roadNetwork([
      roadColumns([
        { line: [0, 1, 2].map((x) => at(x, 0)) },
        { line: [0, 1, 2].map((x) => at(x, 0.12)) },
      ]),
    ])
    const along = (north: number) =>
      edgeFinder(both)({ type: 'segment', line: [at(0, north), at(2, north)] })
    expect(along(0)).toHaveLength(4)
    expect(along(0.06)).toHaveLength(8)
  })

  it('takes the edges along a drawn stretch and leaves the road that crosses it', () => {
    const line: LonLat[] = [at(1, 0.05), at(3, 0.05)]
    expect(middles(edgesUnder({ type: 'segment', line }))).toEqual(['1.50,0.00', '2.50,0.00'])
  })

  it('takes the edges along a line of very many vertices', () => {
    const line = Array.from({ length: 200_000 }, (_, i) => at(1 + i / 100_000, 0.05))
    expect(middles(edgesUnder({ type: 'segment', line }))).toEqual(['1.50,0.00', '2.50,0.00'])
  })

  it('takes every edge that reaches into an area, also one that only passes through', () => {
    const inside = edgesUnder({ type: 'area', polygon: square(0.4, -0.1, 0.2) })
    expect(middles(inside)).toEqual(['0.50,0.00'])
    expect(edgesUnder({ type: 'area', polygon: square(0.4, 5, 0.2) })).toEqual([])
  })

  it('takes the edges within the circle of a point, else the nearest one within 500 m', () => {
    const point = (y: number) =>
      edgesUnder({ type: 'point', position: at(3.5, y), radiusMetres: 100 })
    expect(middles(point(0.05))).toEqual(['3.50,0.00'])
    expect(middles(point(0.4))).toEqual(['3.50,0.00'])
    expect(point(0.6)).toEqual([])
  })
})

/** Ends of the edges found, in kilometres, west or south first, each road once. */
function roadsOf(net: RoadNetwork, edges: readonly number[]): string[] {
  const km = (node: number) => {
    const x = (net.nodeLonDegrees[node]! + 10) * 111.19508
    const y = net.nodeLatDegrees[node]! * 111.19508
    return `${Math.round(100 * x) / 100 + 0},${Math.round(100 * y) / 100 + 0}`
  }
  const found = new Set<string>()
  for (let from = 0; from + 1 < net.edgeOffsets.length; from++) {
    for (let edge = net.edgeOffsets[from]!; edge < net.edgeOffsets[from + 1]!; edge++) {
      if (edges.includes(edge)) found.add([from, net.edgeTarget[edge]!].map(km).sort().join(' '))
    }
  }
  return [...found].sort()
}

const under = (lines: readonly LonLat[][], line: LonLat[]) => {
  const net = roadNetwork([roadColumns(lines.map((each) => ({ line: each })))])
  return roadsOf(net, edgeFinder(net)({ type: 'segment', line }))
}

describe('a closed stretch', () => {
  it('closes a long road whose middle it does not reach', () => {
    const road = [at(0, 0), at(1.6, 0)]
    expect(under([road], [at(0.1, 0.02), at(0.4, 0.02)])).toEqual(['0,0 1.6,0'])
    const long = [at(0, 0), at(30, 0)]
    expect(under([long], [at(20, 0), at(21, 0.02), at(23, 0)])).toEqual(['0,0 30,0'])
    expect(under([long], [at(20, 0), at(20.01, 0)])).toEqual(['0,0 30,0'])
  })

  it('of any length and place closes the road that it was drawn on (random)', () => {
    const kilometres = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(kilometres, kilometres, kilometres, kilometres, (size, from, part, turn) => {
        const length = 0.2 + 30 * size
        const angle = 2 * Math.PI * turn
        const along = (d: number) => at(20 + d * Math.cos(angle), 20 + d * Math.sin(angle))
        const start = from * length * 0.9
        const end = Math.min(length, start + 0.01 + part * (length - start))
        const road = [along(0), along(length)]
        expect(under([road], [along(start), along(end)])).toHaveLength(1)
      }),
    )
  })

  it('closes a bent road from a line with every fourth vertex of it', () => {
    const road = Array.from({ length: 41 }, (_, i) => at(0.25 * i, 0.08 * Math.sin(i / 2)))
    const drawn = road.filter((_, i) => i % 4 === 0)
    expect(under([road], drawn)).toHaveLength(40)
  })

  it('leaves roads that cross it, touch its end, go on from it or run beside it out of reach', () => {
    const main = [at(0, 0), at(2, 0), at(4, 0), at(6, 0)]
    const drawn = [at(2, 0), at(4.01, 0)]
    const others = [
      [at(3, -2), at(3, 2)],
      [at(2.2, -1), at(3.8, 1)],
      [at(4, 0), at(5, 1)],
      [at(2, 0.2), at(4, 0.2)],
      [at(2, 0), at(6, 1.6)],
    ]
    const closed = under([main, ...others], drawn)
    expect(closed.length).toBeGreaterThan(0)
    for (const ends of closed) expect(ends).toMatch(/^[\d.]+,0 [\d.]+,0$/)
    expect(closed.join(' ')).not.toMatch(/0,0 2,0|6,0/)
  })

  it('leaves a road that it crosses in a bend, and takes one that it follows for a little', () => {
    const road = [at(0, 0), at(6, 0)]
    const across = (y: number) => [at(3, -2), at(3, y), at(3.06, y), at(3.06, 2)]
    expect(under([road], across(-0.1))).toEqual([])
    expect(under([road], across(0))).toEqual(['0,0 6,0'])
  })

  it('is found where it lies half on one road and half on the next', () => {
    const roads = [[at(0, 0), at(5, 0), at(9, 0)]]
    expect(under(roads, [at(4.99, 0), at(5.01, 0)]).length).toBeGreaterThan(0)
  })
})

describe('every edge found', () => {
  const coordinate = fc.integer({ min: 0, max: 6000 }).map((metres) => metres / 1000)
  const place = fc.tuple(coordinate, coordinate).map(([x, y]) => at(x, y))
  const lines = fc.array(fc.array(place, { minLength: 2, maxLength: 4 }), {
    minLength: 1,
    maxLength: 5,
  })
  const geometry = fc.oneof(
    place.map((position) => ({ type: 'point' as const, position, radiusMetres: 50 })),
    fc
      .array(place, { minLength: 2, maxLength: 4 })
      .map((line) => ({ type: 'segment' as const, line })),
    place.map(([lon, lat]) => ({
      type: 'area' as const,
      polygon: [
        [
          [lon, lat],
          [lon + 0.01, lat],
          [lon, lat + 0.01],
          [lon, lat],
        ] as LonLat[],
      ],
    })),
  )

  it('has its other direction among them (random roads and restrictions)', () => {
    fc.assert(
      fc.property(
        lines,
        fc.array(geometry, { minLength: 3, maxLength: 6 }),
        (drawn, geometries) => {
          const net = roadNetwork([roadColumns(drawn.map((line) => ({ line })))])
          const find = edgeFinder(net)
          for (const each of geometries) {
            const names = new Set<string>()
            const edges = find(each)
            net.edgeOffsets.slice(1).forEach((end, from) => {
              for (let edge = net.edgeOffsets[from]!; edge < end; edge++) {
                if (edges.includes(edge)) names.add(`${from} ${net.edgeTarget[edge]}`)
              }
            })
            for (const name of names) expect(names).toContain(name.split(' ').reverse().join(' '))
          }
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('roadsUnder', () => {
  const named = roadColumns([
    { line: [at(0, 0), at(5, 0)] },
    { line: [at(5, 0), at(15, 0)] },
    { line: [at(15, 0), at(16, 0)] },
  ])
  const names = ['Hill Road', 'Coast Road', '']
  const net = roadNetwork([{ ...named, fields: { ...named.fields, name: textColumn(names) } }])

  it('counts each piece of road once and names the longest first', () => {
    const line = [at(0, 0), at(16, 0)]
    expect(roadsUnder(net, { type: 'segment', line })).toEqual({
      edgeCount: 3,
      names: ['Coast Road', 'Hill Road'],
    })
  })

  it('says that a geometry lies on no road', () => {
    const position = at(3, 2)
    expect(metresBetween(position, at(3, 0))).toBeGreaterThan(500)
    const nothing = { edgeCount: 0, names: [] }
    expect(roadsUnder(net, { type: 'point', position, radiusMetres: 100 })).toEqual(nothing)
    expect(roadsUnder(net, { type: 'segment', line: [at(3, -2), at(3, 2)] })).toEqual(nothing)
  })
})

describe('edgeRules', () => {
  it('lets the strictest of overlapping restrictions hold', () => {
    const geometry = { type: 'point', position: at(3.5, 0), radiusMetres: 100 } as const
    const rules = edgeRules(
      network,
      [
        aRestriction({ geometry, effect: { type: 'massLimit', maxTonnes: 12 } }),
        aRestriction({ geometry, effect: { type: 'massLimit', maxTonnes: 5 } }),
        aRestriction({ geometry, effect: { type: 'speedFactor', factor: 0.5 } }),
        aRestriction({ geometry, effect: { type: 'speedFactor', factor: 0.8 } }),
        aRestriction({ geometry, effect: { type: 'delay', delayMinutes: 30 } }),
        aRestriction({ geometry, effect: { type: 'escortOnly', delayMinutes: 10 } }),
        aRestriction({ geometry, effect: { type: 'classLimit', maxLoadClass: 20 } }),
        aRestriction({ geometry, effect: { type: 'classLimit', maxLoadClass: 8 } }),
      ],
      edgesUnder,
    )
    const edge = edgesUnder(geometry)[0]!
    expect(rules.maxTonnes[edge]).toBe(5)
    expect(rules.maxLoadClass[edge]).toBe(8)
    expect(rules.speedFactor[edge]).toBe(0.5)
    const delays = rules.zoneSets[rules.zoneSet[edge]!]!.map((zone) => rules.zoneDelayMinutes[zone])
    expect(delays).toEqual([30, 10])
    expect(rules.isClosed[edge]).toBe(0)
  })
})
