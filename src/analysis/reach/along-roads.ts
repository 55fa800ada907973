import { simplifiedLine } from '#core/geo/simplified-line.ts'
import type { LonLat } from '#core/place.ts'
import type { RoadNetwork } from '../ground.ts'
import type { NearestRoad } from './road-index.ts'
import { growTree } from './shortest-tree.ts'

/** Some five metres: what is drawn lies on the road, with no more corners than that takes. */
const TOLERANCE_DEGREES = 0.000_05

/**
 * The shortest way along the roads from one place on them to any other, as a line with both at its
 * ends, whatever is restricted; null where no road leads there. Growing the tree takes some 15 ms for
 * 45,000 nodes, then each question as long as its line.
 */
export function wayAlongRoads(
  network: RoadNetwork,
  from: NearestRoad,
): (to: NearestRoad) => readonly LonLat[] | null {
  const { nodeLonDegrees, nodeLatDegrees, edgeOffsets, edgeTarget, edgeMetres } = network
  const graph = {
    nodeCount: nodeLonDegrees.length,
    edgeOffsets,
    edgeTarget,
    edgeMinutes: edgeMetres,
  }
  const tree = growTree(
    graph,
    metresToEnds(network, from).map(({ node, metres }) => ({ node, minutes: metres })),
  )
  return (to) => {
    if (to.edge === from.edge) return [from.position, to.position]
    let last = -1
    let least = Number.POSITIVE_INFINITY
    for (const { node, metres } of metresToEnds(network, to)) {
      if (!(tree.minutes[node]! + metres < least)) continue
      last = node
      least = tree.minutes[node]! + metres
    }
    if (last < 0) return null
    const line: LonLat[] = [to.position]
    for (let node = last; node >= 0; node = tree.via[node]!) {
      line.push([nodeLonDegrees[node]!, nodeLatDegrees[node]!])
    }
    line.push(from.position)
    return simplifiedLine(withoutRepeats(line.reverse()), TOLERANCE_DEGREES)
  }
}

function metresToEnds({ edgeMetres }: RoadNetwork, { edge, ends, share }: NearestRoad) {
  const metres = edgeMetres[edge]!
  return [
    { node: ends[0], metres: share * metres },
    { node: ends[1], metres: (1 - share) * metres },
  ]
}

function withoutRepeats(line: readonly LonLat[]): readonly LonLat[] {
  return line.filter(([lon, lat], i) => lon !== line[i - 1]?.[0] || lat !== line[i - 1]?.[1])
}
