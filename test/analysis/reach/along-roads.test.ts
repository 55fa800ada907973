import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RoadNetwork } from '#analysis/ground.ts'
import { wayAlongRoads } from '#analysis/reach/along-roads.ts'
import { type NearestRoad, roadIndex } from '#analysis/reach/road-index.ts'
import { roadNetwork } from '#analysis/reach/road-network.ts'
import { metresBetween } from '#core/geo/distance.ts'
import type { LonLat } from '#core/place.ts'
import { at, roadColumns } from './small-roads.ts'

const onRoad = (network: RoadNetwork, position: LonLat): NearestRoad => {
  const found = roadIndex(network).nearest(position, 5_000)
  if (!found) throw new Error('no road is near')
  return found
}

const lengthOf = (line: readonly LonLat[]) =>
  line.slice(1).reduce((sum, to, i) => sum + metresBetween(line[i]!, to), 0)

describe('wayAlongRoads', () => {
  const bend = roadNetwork([
    roadColumns([
      { line: [at(0, 0), at(4, 0), at(4, 3)] },
      { line: [at(20, 0), at(22, 0)] },
      { line: [at(4, 0), at(7, 0)] },
    ]),
  ])

  it('goes round the bend of a road rather than straight across', () => {
    const line = wayAlongRoads(bend, onRoad(bend, at(1, 0.2)))(onRoad(bend, at(4.1, 2)))
    expect(line).toHaveLength(3)
    expect(lengthOf(line!)).toBeCloseTo(5000, -1)
    expect(metresBetween(line![1]!, at(4, 0))).toBeLessThan(1)
  })

  it('stays on one piece of road, in both directions', () => {
    const [a, b] = [onRoad(bend, at(1, 0)), onRoad(bend, at(2.5, 0))]
    expect(lengthOf(wayAlongRoads(bend, a)(b)!)).toBeCloseTo(1500, -1)
    expect(wayAlongRoads(bend, b)(a)).toEqual([b.position, a.position])
  })

  it('knows of no way to roads that nothing leads to', () => {
    expect(wayAlongRoads(bend, onRoad(bend, at(1, 0)))(onRoad(bend, at(21, 0)))).toBeNull()
  })

  it('is as short as any way between two places, by trying all of them', () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }))
    const road = fc.tuple(corner, corner).filter(([[x, y], [z, w]]) => x !== z || y !== w)
    fc.assert(
      fc.property(
        fc.array(road, { minLength: 2, maxLength: 7 }),
        fc.tuple(corner, corner),
        (roads, [start, end]) => {
          const network = roadNetwork([
            roadColumns(roads.map((ends) => ({ line: ends.map(([x, y]) => at(x, y)) }))),
          ])
          const from = roadIndex(network).nearest(at(start[0] + 0.3, start[1] + 0.1), 9_000)
          const to = roadIndex(network).nearest(at(end[0] + 0.2, end[1] + 0.4), 9_000)
          if (!from || !to) return
          const line = wayAlongRoads(network, from)(to)
          const least = leastMetres(network, from, to)
          if (line === null) expect(least).toBe(Number.POSITIVE_INFINITY)
          else expect(Math.abs(lengthOf(line) - least)).toBeLessThan(0.01 * least + 1)
        },
      ),
      { numRuns: 60, seed: 3 },
    )
  })
})

/** By relaxing every edge as often as there are nodes. */
function leastMetres(network: RoadNetwork, from: NearestRoad, to: NearestRoad): number {
  const { edgeOffsets, edgeTarget, edgeMetres } = network
  if (from.edge === to.edge) return Math.abs(from.share - to.share) * edgeMetres[from.edge]!
  const count = edgeOffsets.length - 1
  const least = new Array<number>(count).fill(Number.POSITIVE_INFINITY)
  const halves = ({ edge, ends, share }: NearestRoad) =>
    [share, 1 - share].map((part, i) => [ends[i]!, part * edgeMetres[edge]!] as const)
  for (const [node, metres] of halves(from)) least[node] = metres
  for (let round = 0; round < count; round++) {
    for (let node = 0; node < count; node++) {
      for (let edge = edgeOffsets[node]!; edge < edgeOffsets[node + 1]!; edge++) {
        const target = edgeTarget[edge]!
        least[target] = Math.min(least[target]!, least[node]! + edgeMetres[edge]!)
      }
    }
  }
  return Math.min(...halves(to).map(([node, metres]) => least[node]! + metres))
}
