import type { Restriction } from '#core/records/restriction.ts'
import type { RoadNetwork } from '../ground.ts'
import { edgeFinder } from './edges-under.ts'
import { groupOf } from './group-of.ts'

/** What a drawn geometry lies on. */
export type RoadsUnder = {
  /** Pieces of road between two nodes, both directions counted once; 0: it lies on no road. */
  readonly edgeCount: number
  /** Names of these roads, each once, the one with most metres first; none of those without a name. */
  readonly names: readonly string[]
}

const finders = new WeakMap<RoadNetwork, ReturnType<typeof edgeFinder>>()

/**
 * Which roads a restriction of this geometry acts on: the same edges as the router finds (see
 * `edgeFinder`). Some 20 ms the first time that a network is asked about, then under a millisecond.
 */
export function roadsUnder(network: RoadNetwork, geometry: Restriction['geometry']): RoadsUnder {
  const { edgeOffsets, edgeTarget, edgeMetres, edgeStretch, stretchNames } = network
  const find = finders.get(network) ?? edgeFinder(network)
  finders.set(network, find)
  const metresByName = new Map<string, number>()
  let edgeCount = 0
  for (const edge of find(geometry)) {
    if (edgeTarget[edge]! < groupOf(edgeOffsets, edge)) continue
    edgeCount++
    const name = stretchNames[edgeStretch[edge]!]!
    if (name !== '') metresByName.set(name, (metresByName.get(name) ?? 0) + edgeMetres[edge]!)
  }
  const names = [...metresByName]
    .sort(([a, metresA], [b, metresB]) => metresB - metresA || (a < b ? -1 : 1))
    .map(([name]) => name)
  return { edgeCount, names }
}
