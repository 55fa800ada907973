import KDBush from 'kdbush'
import { metresBetweenDegrees } from '#core/geo/distance.ts'
import { ROAD_CLASSES, ROAD_CROSSINGS, roadOfSort } from '#core/records/road.ts'
import type { PreparedOutline } from '../cells/prepared-outline.ts'
import type { RoadNetwork } from '../ground.ts'

/** Many positions in a tree. */
type Places = {
  readonly lonDegrees: Float64Array
  readonly latDegrees: Float64Array
}

/** Calls with every position that an outline holds, in no order that matters. */
export function eachWithin(
  places: Places,
  { box, holds }: PreparedOutline,
  visit: (index: number) => void,
): void {
  for (const i of indexOf(places)?.range(...box) ?? []) {
    if (holds(places.lonDegrees[i]!, places.latDegrees[i]!)) visit(i)
  }
}

const trees = new WeakMap<Float64Array, KDBush>()

/** Made once for a list of positions, told by its longitudes: 0.2 µs a position. */
function indexOf({ lonDegrees, latDegrees }: Places): KDBush | null {
  if (lonDegrees.length === 0) return null
  const before = trees.get(lonDegrees)
  if (before) return before
  const tree = new KDBush(lonDegrees.length)
  for (let i = 0; i < lonDegrees.length; i++) tree.add(lonDegrees[i]!, latDegrees[i]!)
  tree.finish()
  trees.set(lonDegrees, tree)
  return tree
}

/** Short pieces of road by their middles. */
export type RoadPieces = Places & {
  /** Whole metres, so that sums do not depend on order. */
  readonly metres: Uint32Array
  /** Position in ROAD_CLASSES. */
  readonly roadClass: Uint8Array
}

/** A longer edge is taken in equal pieces, each where its middle lies. */
const PIECE_METRES = 250

const pieces = new WeakMap<RoadNetwork, RoadPieces>()

/** The roads of a network, each once, without ferries. Made once: some 30 ms for 90,000 edges. */
export function roadPieces(network: RoadNetwork): RoadPieces {
  const before = pieces.get(network)
  if (before) return before
  const found = {
    lon: [] as number[],
    lat: [] as number[],
    metres: [] as number[],
    of: [] as number[],
  }
  const ferry = ROAD_CROSSINGS.indexOf('ferry')
  const { edgeOffsets, edgeTarget, edgeSort, edgeCrossing } = network
  for (let from = 0; from + 1 < edgeOffsets.length; from++) {
    for (let edge = edgeOffsets[from]!; edge < edgeOffsets[from + 1]!; edge++) {
      if (edgeTarget[edge]! <= from || edgeCrossing[edge] === ferry) continue
      cut(network, from, edgeTarget[edge]!, found)
      const [roadClass] = roadOfSort(edgeSort[edge]!)
      while (found.of.length < found.lon.length) found.of.push(ROAD_CLASSES.indexOf(roadClass))
    }
  }
  const made = {
    lonDegrees: Float64Array.from(found.lon),
    latDegrees: Float64Array.from(found.lat),
    metres: Uint32Array.from(found.metres),
    roadClass: Uint8Array.from(found.of),
  }
  pieces.set(network, made)
  return made
}

function cut(
  { nodeLonDegrees, nodeLatDegrees }: RoadNetwork,
  from: number,
  to: number,
  into: { lon: number[]; lat: number[]; metres: number[] },
): void {
  const [lonA, latA] = [nodeLonDegrees[from]!, nodeLatDegrees[from]!]
  const [lonB, latB] = [nodeLonDegrees[to]!, nodeLatDegrees[to]!]
  const metres = Math.round(metresBetweenDegrees(lonA, latA, lonB, latB))
  const count = Math.max(1, Math.ceil(metres / PIECE_METRES))
  for (let i = 0; i < count; i++) {
    const along = (i + 0.5) / count
    into.lon.push(lonA + along * (lonB - lonA))
    into.lat.push(latA + along * (latB - latA))
    into.metres.push(Math.floor(((i + 1) * metres) / count) - Math.floor((i * metres) / count))
  }
}
