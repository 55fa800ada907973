import { createBlockHeap } from './block-heap.ts'
import { allowedZones, FREE, weightRow, type ZoningProblem } from './zoning-problem.ts'

/** Whose turn it is: the seed that carries least for its share, or whose next block lies nearest. */
export type GrowthOrder = 'even' | 'nearest'

/** Blocks that no zone has. */
export const NO_ZONE = -1

/**
 * Zones grown from their seeds over passable links, block by block, so that each is one piece: by
 * travel alone (Voronoi zones), or the one that carries least going next. Blocks that no seed comes
 * to stay NO_ZONE. Growing 4,000 blocks takes some 10 ms.
 *
 * @throws Error if the fixed blocks of a zone do not hang together with its seed, or two seeds share
 *   a block: what reads such a problem would be wrong in silence.
 */
export function growZones(problem: ZoningProblem, order: GrowthOrder): Int32Array {
  const { blockCount, seeds, linkOffsets, links, fixedZone, distance } = problem
  const allowed = allowedZones(problem)
  const zoneOf = new Int32Array(blockCount).fill(NO_ZONE)
  const load = new Float64Array(seeds.length)
  const fronts = seeds.map(createBlockHeap)
  const take = (block: number, zone: number) => {
    zoneOf[block] = zone
    load[zone]! += problem.weightUnits[weightRow(problem, zone) + block]!
    for (let at = linkOffsets[block]!; at < linkOffsets[block + 1]!; at++) {
      const next = links[at]!
      if (zoneOf[next] !== NO_ZONE || allowed[zone * blockCount + next] === 0) continue
      const isFixed = fixedZone[next] === zone
      fronts[zone]!.push(next, isFixed ? -1 : distance[zone * blockCount + next]!)
    }
  }
  seeds.forEach(({ block }, zone) => {
    const isFree = fixedZone[block] === FREE || fixedZone[block] === zone
    if (!isFree || zoneOf[block] !== NO_ZONE) throw new Error('a seed stands in another zone')
    take(block, zone)
  })
  takeFixed(problem, zoneOf, take)
  for (;;) {
    const zone = nextZone(fronts, (each) =>
      order === 'nearest' ? fronts[each]!.peekKey() : load[each]! / seeds[each]!.share,
    )
    if (zone < 0) return zoneOf
    const block = fronts[zone]!.pop()
    if (zoneOf[block] === NO_ZONE) take(block, zone)
  }
}

function nextZone(
  fronts: readonly { readonly size: () => number }[],
  keyOf: (zone: number) => number,
): number {
  let next = -1
  let least = Number.POSITIVE_INFINITY
  fronts.forEach((front, zone) => {
    if (front.size() === 0 || !(keyOf(zone) < least)) return
    least = keyOf(zone)
    next = zone
  })
  return next
}

/** Fixed blocks first, before another zone stands between them and their seed. */
function takeFixed(
  { blockCount, seeds, linkOffsets, links, fixedZone }: ZoningProblem,
  zoneOf: Int32Array,
  take: (block: number, zone: number) => void,
): void {
  const open = seeds.map(({ block }) => block)
  for (let block = open.pop(); block !== undefined; block = open.pop()) {
    for (let at = linkOffsets[block]!; at < linkOffsets[block + 1]!; at++) {
      const next = links[at]!
      if (zoneOf[next] !== NO_ZONE || fixedZone[next] !== zoneOf[block]) continue
      take(next, zoneOf[block]!)
      open.push(next)
    }
  }
  for (let block = 0; block < blockCount; block++) {
    if (fixedZone[block]! >= 0 && zoneOf[block] === NO_ZONE) {
      throw new Error('fixed blocks do not hang together with their seed')
    }
  }
}
