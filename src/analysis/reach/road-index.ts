import Flatbush from 'flatbush'
import { projectionAbout } from '#core/geo/distance.ts'
import type { LonLat } from '#core/place.ts'
import type { RoadNetwork } from '../ground.ts'
import { nearestOn } from './road-joints.ts'

/** The roads of a network by where they lie. */
export type RoadIndex = {
  /**
   * The nearest piece of road that is accepted, null where there is none within so many metres; of
   * two as near the one whose lower node comes first.
   */
  readonly nearest: (
    position: LonLat,
    withinMetres: number,
    accepts?: (road: NearestRoad) => boolean,
  ) => NearestRoad | null
  /** Both ends of each piece of road in the square about a position, until told to stop. */
  readonly nodesAbout: (
    position: LonLat,
    halfSideMetres: number,
    visit: (node: number) => boolean,
  ) => void
}

/** A place on a road, and how far it is from what was asked. */
export type NearestRoad = {
  readonly metres: number
  readonly island: number
  /** The foot of the perpendicular, or an end. */
  readonly position: LonLat
  /** The nodes at its two ends, the lower first, and where it is nearest: a share of the way to the second. */
  readonly ends: readonly [low: number, high: number]
  readonly share: number
  /** The edge from its lower node on. */
  readonly edge: number
  /** Empty where the road has none. */
  readonly name: string
}

const indices = new WeakMap<RoadNetwork, RoadIndex>()
const FIRST_METRES = 500

/** Made once a network: 45,000 edges take some 30 ms, then a question some 5 µs near roads. */
export function roadIndex(network: RoadNetwork): RoadIndex {
  const known = indices.get(network)
  if (known) return known
  const made = indexOf(network)
  indices.set(network, made)
  return made
}

function indexOf({
  nodeLonDegrees,
  nodeLatDegrees,
  edgeOffsets,
  edgeTarget,
  edgeStretch,
  stretchNames,
  nodeIsland,
}: RoadNetwork): RoadIndex {
  const sheet = projectionAbout([nodeLonDegrees[0] ?? 0, nodeLatDegrees[0] ?? 0])
  const metresOf = (lon: number, lat: number): [number, number] => [
    1000 * sheet.eastKilometres(lon, lat),
    1000 * sheet.northKilometres(lon, lat),
  ]
  const ends: number[] = []
  const nodes: number[] = []
  const edges: number[] = []
  for (let from = 0; from + 1 < edgeOffsets.length; from++) {
    for (let edge = edgeOffsets[from]!; edge < edgeOffsets[from + 1]!; edge++) {
      const to = edgeTarget[edge]!
      if (to < from) continue
      ends.push(...metresOf(nodeLonDegrees[from]!, nodeLatDegrees[from]!))
      ends.push(...metresOf(nodeLonDegrees[to]!, nodeLatDegrees[to]!))
      nodes.push(from, to)
      edges.push(edge)
    }
  }
  if (nodes.length === 0) return { nearest: () => null, nodesAbout: () => undefined }
  const flat = Float64Array.from(ends)
  const index = new Flatbush(nodes.length / 2)
  for (let at = 0; at < flat.length; at += 4) {
    const [ax, ay, bx, by] = [flat[at]!, flat[at + 1]!, flat[at + 2]!, flat[at + 3]!]
    index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by))
  }
  index.finish()
  const about = ([x, y]: readonly [number, number], metres: number) =>
    index.search(x - metres, y - metres, x + metres, y + metres)
  const placeOn = (piece: number, share: number, metres: number): NearestRoad => {
    const [low, high] = [nodes[2 * piece]!, nodes[2 * piece + 1]!]
    const edge = edges[piece]!
    const between = (degrees: Float64Array) =>
      degrees[low]! + share * (degrees[high]! - degrees[low]!)
    return {
      metres,
      island: nodeIsland[low]!,
      position: [between(nodeLonDegrees), between(nodeLatDegrees)],
      edge,
      ends: [low, high],
      share,
      name: stretchNames[edgeStretch[edge]!] ?? '',
    }
  }
  return {
    nearest([lon, lat], withinMetres, accepts = () => true) {
      const position = metresOf(lon, lat)
      const roadAt = (piece: number): NearestRoad => {
        const { share, metres } = nearestOn(flat, piece, position)
        return placeOn(piece, share, metres)
      }
      for (let reach = Math.min(FIRST_METRES, withinMetres); ; reach *= 2) {
        const within = Math.min(reach, withinMetres)
        const best = about(position, within)
          .map(roadAt)
          .filter(({ metres }) => metres <= within)
          .sort((a, b) => a.metres - b.metres || a.edge - b.edge)
          .find(accepts)
        if (best || within === withinMetres) return best ?? null
      }
    },
    nodesAbout([lon, lat], halfSideMetres, visit) {
      for (const edge of about(metresOf(lon, lat), halfSideMetres)) {
        if (visit(nodes[2 * edge]!) || visit(nodes[2 * edge + 1]!)) return
      }
    },
  }
}
