import { describe, expect, it } from 'vitest'
import { edgeRules } from '#analysis/reach/edge-rules.ts'
import { edgeFinder } from '#analysis/reach/edges-under.ts'
import { roadNetwork } from '#analysis/reach/road-network.ts'
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
