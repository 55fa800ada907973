import { type Projection, projectionAbout } from '#core/geo/distance.ts'
import { extentOf } from '#core/geo/polygon.ts'
import type { LonLat, Polygon } from '#core/place.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { prepareOutline } from '../cells/prepared-outline.ts'
import type { RoadNetwork } from '../ground.ts'
import { crossesOutline } from './outline-crossing.ts'

/** A drawn stretch lies on a road that runs within this of it, in about the same direction. */
const ALONG_METRES = 150
const ALONG_COSINE = Math.cos((35 * Math.PI) / 180)
/** A point that touches no road is meant for the nearest one within this. */
const NEAREST_METRES = 500

/**
 * Edges that a restriction lies on, both directions of each. An area takes every edge that reaches
 * into it; a stretch the edges that run along it, so that roads which cross it stay free; a point the
 * edges within its circle, or the nearest one if its circle holds none. 90,000 edges take some 5 ms.
 */
export function edgesUnder(network: RoadNetwork, geometry: Restriction['geometry']): number[] {
  if (geometry.type === 'area') return edgesInArea(network, geometry.polygon)
  if (geometry.type === 'segment') return edgesAlong(network, geometry.line)
  return edgesAt(network, geometry.position, geometry.radiusMetres)
}

function forEachEdge(
  { edgeOffsets, edgeTarget }: RoadNetwork,
  visit: (edge: number, from: number, to: number) => void,
): void {
  for (let from = 0; from + 1 < edgeOffsets.length; from++) {
    for (let edge = edgeOffsets[from]!; edge < edgeOffsets[from + 1]!; edge++) {
      visit(edge, from, edgeTarget[edge]!)
    }
  }
}

function edgesInArea(network: RoadNetwork, polygon: Polygon): number[] {
  const { nodeLonDegrees, nodeLatDegrees } = network
  const outline = prepareOutline(polygon)
  const found: number[] = []
  forEachEdge(network, (edge, from, to) => {
    const isUnder = crossesOutline(outline, [
      nodeLonDegrees[from]!,
      nodeLatDegrees[from]!,
      nodeLonDegrees[to]!,
      nodeLatDegrees[to]!,
    ])
    if (isUnder) found.push(edge)
  })
  return found
}

function edgesAlong(network: RoadNetwork, line: readonly LonLat[]): number[] {
  const sheet = projectionAbout(line[0]!)
  const path = line.map(([lon, lat]) => metresOn(sheet, lon, lat))
  const box = paddedBox(line)
  const found: number[] = []
  forEachEdge(network, (edge, from, to) => {
    const ends = endsWithin(network, { from, to }, box)
    if (!ends) return
    const a = metresOn(sheet, ends[0], ends[1])
    const b = metresOn(sheet, ends[2], ends[3])
    if (runsAlong(path, a, b)) found.push(edge)
  })
  return found
}

type Sheet = readonly [eastMetres: number, northMetres: number]

/** Whether the middle of an edge is near the path and the edge points the way of the path there. */
function runsAlong(path: readonly Sheet[], a: Sheet, b: Sheet): boolean {
  const middle: Sheet = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
  const [edgeX, edgeY] = [b[0] - a[0], b[1] - a[1]]
  const edgeLength = Math.sqrt(edgeX * edgeX + edgeY * edgeY)
  for (let i = 1; i < path.length; i++) {
    const [from, to] = [path[i - 1]!, path[i]!]
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
    const length = Math.sqrt(dx * dx + dy * dy)
    if (length === 0 || distanceTo(from, to, middle) > ALONG_METRES) continue
    if (Math.abs(dx * edgeX + dy * edgeY) >= ALONG_COSINE * length * edgeLength) return true
  }
  return false
}

function edgesAt(network: RoadNetwork, position: LonLat, radiusMetres: number): number[] {
  const sheet = projectionAbout(position)
  const reach = Math.max(radiusMetres, NEAREST_METRES)
  const box = paddedBox([position], reach)
  const near: { readonly edge: number; readonly metres: number }[] = []
  forEachEdge(network, (edge, from, to) => {
    const ends = endsWithin(network, { from, to }, box)
    if (!ends) return
    const a = metresOn(sheet, ends[0], ends[1])
    const metres = distanceTo(a, metresOn(sheet, ends[2], ends[3]), [0, 0])
    if (metres <= reach) near.push({ edge, metres })
  })
  const touched = near.filter(({ metres }) => metres <= radiusMetres)
  const least = near.reduce((min, { metres }) => Math.min(min, metres), Number.POSITIVE_INFINITY)
  const chosen = touched.length > 0 ? touched : near.filter(({ metres }) => metres === least)
  return chosen.map(({ edge }) => edge)
}

type Box = readonly [west: number, south: number, east: number, north: number]

function paddedBox(line: readonly LonLat[], metres = ALONG_METRES): Box {
  const lat = line[0]![1]
  const high = metres / 110_000
  const wide = high / Math.max(0.05, Math.cos((lat * Math.PI) / 180))
  const [west, south, east, north] = extentOf([[line]])
  return [west - wide, south - high, east + wide, north + high]
}

function endsWithin(
  { nodeLonDegrees, nodeLatDegrees }: RoadNetwork,
  { from, to }: { readonly from: number; readonly to: number },
  [west, south, east, north]: Box,
): readonly [number, number, number, number] | null {
  const [lonA, latA] = [nodeLonDegrees[from]!, nodeLatDegrees[from]!]
  const [lonB, latB] = [nodeLonDegrees[to]!, nodeLatDegrees[to]!]
  if (Math.max(lonA, lonB) < west || Math.min(lonA, lonB) > east) return null
  if (Math.max(latA, latB) < south || Math.min(latA, latB) > north) return null
  return [lonA, latA, lonB, latB]
}

function metresOn(sheet: Projection, lon: number, lat: number): Sheet {
  return [1000 * sheet.eastKilometres(lon, lat), 1000 * sheet.northKilometres(lon, lat)]
}

function distanceTo(from: Sheet, to: Sheet, [x, y]: Sheet): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const length2 = dx * dx + dy * dy
  const along = length2 === 0 ? 0 : ((x - from[0]) * dx + (y - from[1]) * dy) / length2
  const share = Math.min(1, Math.max(0, along))
  const [offX, offY] = [x - from[0] - share * dx, y - from[1] - share * dy]
  return Math.sqrt(offX * offX + offY * offY)
}
