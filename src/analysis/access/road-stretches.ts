import type { LonLat } from '#core/place.ts'
import { ROAD_CROSSINGS } from '#core/records/road.ts'
import type { RoadNetwork } from '../ground.ts'

/** A piece of road that is lost as one: between junctions, or over water. */
export type RoadStretch = {
  /** Edges of the network, first all in one direction, then all in the other. */
  readonly edges: readonly number[]
  /** Nodes from one end to the other. */
  readonly nodes: readonly number[]
  readonly metres: number
  /** Index into ROAD_CROSSINGS. */
  readonly crossing: number
  /** Pieces of the road between the same two junctions have the same. */
  readonly chain: number
}

const NO_CROSSING = ROAD_CROSSINGS.indexOf('none')

/**
 * Cuts a network into stretches: at every node where not exactly two roads meet, where a bridge, ferry
 * or ford begins or ends, and where a piece would grow longer than a limit. Each edge is in one.
 */
export function roadStretches(
  network: RoadNetwork,
  atMostMetres = Number.POSITIVE_INFINITY,
): readonly RoadStretch[] {
  const { edgeOffsets, edgeTarget, edgeMetres, edgeCrossing } = network
  const nodeCount = network.nodeLonDegrees.length
  const reverseOf = reverses(network)
  const isTaken = new Uint8Array(edgeTarget.length)
  const stretches: RoadStretch[] = []
  let chain = 0
  const isThrough = (node: number) => edgeOffsets[node + 1]! - edgeOffsets[node]! === 2
  const walk = (from: number, first: number) => {
    let piece: number[] = []
    let nodes = [from]
    let metres = 0
    const finish = () => {
      if (piece.length === 0) return
      const back = piece.map((edge) => reverseOf[edge]!).reverse()
      const crossing = edgeCrossing[piece[0]!]!
      stretches.push({ edges: [...piece, ...back], nodes, metres, crossing, chain })
      nodes = [nodes.at(-1)!]
      piece = []
      metres = 0
    }
    for (let edge = first; ; ) {
      const isOther = piece.length > 0 && edgeCrossing[edge] !== edgeCrossing[piece[0]!]
      const isLong = edgeCrossing[edge] === NO_CROSSING && metres + edgeMetres[edge]! > atMostMetres
      if (isOther || isLong) finish()
      const to = edgeTarget[edge]!
      isTaken[edge] = 1
      isTaken[reverseOf[edge]!] = 1
      piece.push(edge)
      nodes.push(to)
      metres += edgeMetres[edge]!
      if (!isThrough(to)) break
      const [one, two] = [edgeOffsets[to]!, edgeOffsets[to]! + 1]
      const next = one === reverseOf[edge] ? two : one
      if (isTaken[next] === 1) break
      edge = next
    }
    finish()
    chain++
  }
  const walkAll = (isMeant: (node: number) => boolean) => {
    for (let node = 0; node < nodeCount; node++) {
      if (!isMeant(node)) continue
      for (let edge = edgeOffsets[node]!; edge < edgeOffsets[node + 1]!; edge++) {
        if (isTaken[edge] === 0) walk(node, edge)
      }
    }
  }
  walkAll((node) => !isThrough(node))
  walkAll(isThrough)
  return stretches
}

/** The positions of a stretch from one end to the other. */
export function lineOf(
  { nodeLonDegrees, nodeLatDegrees }: RoadNetwork,
  { nodes }: RoadStretch,
): readonly LonLat[] {
  return nodes.map((node): LonLat => [nodeLonDegrees[node]!, nodeLatDegrees[node]!])
}

/** The same piece of road in the other direction, for every edge. */
function reverses({ edgeOffsets, edgeTarget, edgeMetres, edgeStretch }: RoadNetwork): Uint32Array {
  const reverse = new Uint32Array(edgeTarget.length)
  const isPaired = new Uint8Array(edgeTarget.length)
  for (let from = 0; from + 1 < edgeOffsets.length; from++) {
    for (let edge = edgeOffsets[from]!; edge < edgeOffsets[from + 1]!; edge++) {
      if (isPaired[edge] === 1) continue
      const to = edgeTarget[edge]!
      for (let back = edgeOffsets[to]!; back < edgeOffsets[to + 1]!; back++) {
        const isBack =
          back !== edge &&
          isPaired[back] === 0 &&
          edgeTarget[back] === from &&
          edgeMetres[back] === edgeMetres[edge] &&
          edgeStretch[back] === edgeStretch[edge]
        if (!isBack) continue
        reverse[edge] = back
        reverse[back] = edge
        isPaired[edge] = 1
        isPaired[back] = 1
        break
      }
    }
  }
  return reverse
}
