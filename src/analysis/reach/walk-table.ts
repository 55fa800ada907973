import KDBush from 'kdbush'
import { metresBetweenDegrees, projectionAbout } from '#core/geo/distance.ts'
import type { LonLat } from '#core/place.ts'
import type { PreparedOutline } from '../cells/prepared-outline.ts'
import type { RoadNetwork } from '../ground.ts'
import type { CellAnchors } from './cell-anchors.ts'
import type { OffRoad } from './off-road/off-road.ts'
import { crossesOutline } from './outline-crossing.ts'

/**
 * All walks off the road between the cells of a ground and its road nodes: straight lines over no
 * water and no longer than a limit, in metres of open ground (`OffRoad`). Which of them a traveller
 * may take depends on closed ground alone, never on which roads are open, so closing a road can only
 * make a time longer.
 */
export type WalkTable = {
  readonly maxMetres: number
  /** As the crow flies: more than the limit where there is ground that is quicker than open ground. */
  readonly maxStraightMetres: number
  /** Walks of cell c: `offsets[c]` to `offsets[c + 1]` − 1, the shortest first. */
  readonly offsets: Uint32Array
  readonly node: Uint32Array
  readonly metres: Float32Array
  /** Cells that a walk joins to each node: `cell[nodeOffsets[v]]` to `cell[nodeOffsets[v + 1] − 1]`. */
  readonly nodeOffsets: Uint32Array
  readonly cell: Uint32Array
  /** Road nodes within the limit of a position, in metres of open ground. */
  readonly nodesNear: (position: LonLat, visit: (node: number, metres: number) => void) => void
  /** Cells whose people live within the limit of a position. */
  readonly cellsNear: (position: LonLat, visit: (cell: number, metres: number) => void) => void
}

/** 20,000 cells and 45,000 nodes take some 2 s at a limit of 9 km, 3,600 cells 0.1 s. */
export function walkTable(
  anchors: CellAnchors,
  network: RoadNetwork,
  { maxMetres, offRoad }: { readonly maxMetres: number; readonly offRoad: OffRoad },
): WalkTable {
  const { nodeLonDegrees, nodeLatDegrees } = network
  const { lonDegrees, latDegrees } = anchors
  const nodesNear = finder(nodeLonDegrees, nodeLatDegrees, maxMetres, offRoad)
  const cellsNear = finder(lonDegrees, latDegrees, maxMetres, offRoad)
  const offsets = new Uint32Array(lonDegrees.length + 1)
  const node = growing()
  const metres: Float32Array[] = []
  for (let cell = 0; cell < lonDegrees.length; cell++) {
    const found: { readonly node: number; readonly metres: number }[] = []
    nodesNear([lonDegrees[cell]!, latDegrees[cell]!], (each, length) => {
      found.push({ node: each, metres: length })
    })
    found.sort((a, b) => a.metres - b.metres || a.node - b.node)
    node.push(Uint32Array.from(found, (walk) => walk.node))
    metres.push(Float32Array.from(found, (walk) => walk.metres))
    offsets[cell + 1] = offsets[cell]! + found.length
  }
  const nodes = node.joined()
  return {
    maxMetres,
    maxStraightMetres: maxMetres / offRoad.leastShare,
    offsets,
    node: nodes,
    metres: joinedMetres(metres, offsets.at(-1)!),
    ...cellsByNode(offsets, nodes, nodeLonDegrees.length),
    nodesNear,
    cellsNear,
  }
}

function growing() {
  const parts: Uint32Array[] = []
  let length = 0
  return {
    push(part: Uint32Array) {
      parts.push(part)
      length += part.length
    },
    joined() {
      const whole = new Uint32Array(length)
      let at = 0
      for (const part of parts) {
        whole.set(part, at)
        at += part.length
      }
      return whole
    },
  }
}

function joinedMetres(parts: readonly Float32Array[], length: number): Float32Array {
  const whole = new Float32Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function cellsByNode(offsets: Uint32Array, node: Uint32Array, nodeCount: number) {
  const nodeOffsets = new Uint32Array(nodeCount + 1)
  for (const each of node) nodeOffsets[each + 1]!++
  for (let each = 0; each < nodeCount; each++) nodeOffsets[each + 1]! += nodeOffsets[each]!
  const next = nodeOffsets.slice()
  const cell = new Uint32Array(node.length)
  for (let at = 0; at + 1 < offsets.length; at++) {
    for (let walk = offsets[at]!; walk < offsets[at + 1]!; walk++) cell[next[node[walk]!]!++] = at
  }
  return { nodeOffsets, cell }
}

type Finder = (position: LonLat, visit: (at: number, metres: number) => void) => void

/** On a flat sheet first, then by the great circle; the sheet is off by less than the margin. */
const SHEET_MARGIN = 1.02

function finder(
  lonDegrees: Float64Array,
  latDegrees: Float64Array,
  maxMetres: number,
  { openMetres, leastShare }: OffRoad,
): Finder {
  const count = lonDegrees.length
  if (count === 0) return () => {}
  const sheet = projectionAbout([lonDegrees[0]!, latDegrees[0]!])
  const index = new KDBush(count)
  for (let at = 0; at < count; at++) {
    const [lon, lat] = [lonDegrees[at]!, latDegrees[at]!]
    index.add(sheet.eastKilometres(lon, lat), sheet.northKilometres(lon, lat))
  }
  index.finish()
  const maxStraightMetres = maxMetres / leastShare
  return ([lon, lat], visit) => {
    const x = sheet.eastKilometres(lon, lat)
    const y = sheet.northKilometres(lon, lat)
    for (const at of index.within(x, y, (SHEET_MARGIN * maxStraightMetres) / 1000)) {
      const [endLon, endLat] = [lonDegrees[at]!, latDegrees[at]!]
      const straightMetres = metresBetweenDegrees(lon, lat, endLon, endLat)
      if (straightMetres > maxStraightMetres) continue
      const metres = openMetres(lon, lat, endLon, endLat, straightMetres)
      if (metres <= maxMetres) visit(at, metres)
    }
  }
}

/** Whether a straight walk meets closed ground. */
export function meetsClosedGround(
  barriers: readonly PreparedOutline[],
  from: LonLat,
  to: LonLat,
): boolean {
  return barriers.some((barrier) => crossesOutline(barrier, [from[0], from[1], to[0], to[1]]))
}

/**
 * The walks of a table that cross one piece of closed ground, as positions in it. Only cells that a
 * walk from the ground could reach are looked at: 200 km² of 20,000 cells take some 10 ms.
 */
export function walksAcross(
  table: WalkTable,
  anchors: CellAnchors,
  network: RoadNetwork,
  barrier: PreparedOutline,
): Uint32Array {
  const [west, south, east, north] = barrier.box
  const high = table.maxStraightMetres / 110_000
  const widest = Math.max(Math.abs(south - high), Math.abs(north + high))
  const wide = high / Math.max(0.05, Math.cos((Math.min(85, widest) * Math.PI) / 180))
  const found: number[] = []
  for (let cell = 0; cell < anchors.lonDegrees.length; cell++) {
    const [lon, lat] = [anchors.lonDegrees[cell]!, anchors.latDegrees[cell]!]
    if (lon < west - wide || lon > east + wide || lat < south - high || lat > north + high) continue
    for (let walk = table.offsets[cell]!; walk < table.offsets[cell + 1]!; walk++) {
      const node = table.node[walk]!
      const end = [network.nodeLonDegrees[node]!, network.nodeLatDegrees[node]!] as const
      if (crossesOutline(barrier, [lon, lat, end[0], end[1]])) found.push(walk)
    }
  }
  return Uint32Array.from(found)
}
