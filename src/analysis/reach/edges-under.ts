import Flatbush from 'flatbush'
import { type Projection, projectionAbout } from '#core/geo/distance.ts'
import { extentOf } from '#core/geo/polygon.ts'
import type { LonLat, Polygon } from '#core/place.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { prepareOutline } from '../cells/prepared-outline.ts'
import type { RoadNetwork } from '../ground.ts'
import { crossesOutline, type Stretch } from './outline-crossing.ts'
import { ALONG_METRES, type Sheet, stretchUnder } from './stretch-under.ts'

/** A point that touches no road is meant for the nearest one within this. */
const NEAREST_METRES = 500

/**
 * Finds the edges that a restriction lies on, both directions of each. An area takes every edge that
 * reaches into it; a stretch the edges that run along it for some way (`stretchUnder`), so that roads
 * which cross it stay free; a point the edges within its circle, or the nearest one if its circle
 * holds none. Edges are taken whole: what closes or slows a part of one closes or slows all of it,
 * and no road is passed quicker than it should be. Making one takes some 20 ms for 90,000 edges,
 * each question well under a millisecond.
 */
export function edgeFinder(network: RoadNetwork): (geometry: Restriction['geometry']) => number[] {
  const edges = placedEdges(network)
  return (geometry) => {
    if (geometry.type === 'area') return edgesInArea(edges, geometry.polygon)
    if (geometry.type === 'segment') return edgesAlong(edges, geometry.line)
    return edgesAt(edges, geometry.position, geometry.radiusMetres)
  }
}

type Box = readonly [west: number, south: number, east: number, north: number]

/**
 * Calls with every edge that may reach into a box, in order, and its two ends: that of the lower node
 * first, so that both directions of an edge give the same figures to the last bit.
 */
type PlacedEdges = (box: Box, visit: (edge: number, ends: Stretch) => void) => void

function placedEdges({
  edgeOffsets,
  edgeTarget,
  nodeLonDegrees,
  nodeLatDegrees,
}: RoadNetwork): PlacedEdges {
  const count = edgeTarget.length
  if (count === 0) return () => {}
  const ends = new Float64Array(4 * count)
  const index = new Flatbush(count)
  for (let from = 0; from + 1 < edgeOffsets.length; from++) {
    for (let edge = edgeOffsets[from]!; edge < edgeOffsets[from + 1]!; edge++) {
      const [low, high] = [Math.min(from, edgeTarget[edge]!), Math.max(from, edgeTarget[edge]!)]
      const [lonA, latA] = [nodeLonDegrees[low]!, nodeLatDegrees[low]!]
      const [lonB, latB] = [nodeLonDegrees[high]!, nodeLatDegrees[high]!]
      ends.set([lonA, latA, lonB, latB], 4 * edge)
      index.add(
        Math.min(lonA, lonB),
        Math.min(latA, latB),
        Math.max(lonA, lonB),
        Math.max(latA, latB),
      )
    }
  }
  index.finish()
  return ([west, south, east, north], visit) => {
    for (const edge of index.search(west, south, east, north).sort((a, b) => a - b)) {
      const at = 4 * edge
      visit(edge, [ends[at]!, ends[at + 1]!, ends[at + 2]!, ends[at + 3]!])
    }
  }
}

function edgesInArea(edges: PlacedEdges, polygon: Polygon): number[] {
  const outline = prepareOutline(polygon)
  const found: number[] = []
  edges(outline.box, (edge, ends) => {
    if (crossesOutline(outline, ends)) found.push(edge)
  })
  return found
}

function edgesAlong(edges: PlacedEdges, line: readonly LonLat[]): number[] {
  const sheet = projectionAbout(line[0]!)
  const under = stretchUnder(line.map(([lon, lat]) => metresOn(sheet, lon, lat)))
  const near: { readonly edge: number; readonly a: Sheet; readonly b: Sheet }[] = []
  edges(paddedBox(line), (edge, ends) => {
    near.push({
      edge,
      a: metresOn(sheet, ends[0], ends[1]),
      b: metresOn(sheet, ends[2], ends[3]),
    })
  })
  return under(near).map(({ edge }) => edge)
}

function edgesAt(edges: PlacedEdges, position: LonLat, radiusMetres: number): number[] {
  const sheet = projectionAbout(position)
  const reach = Math.max(radiusMetres, NEAREST_METRES)
  const near: { readonly edge: number; readonly metres: number }[] = []
  edges(paddedBox([position], reach), (edge, ends) => {
    const a = metresOn(sheet, ends[0], ends[1])
    const metres = distanceTo(a, metresOn(sheet, ends[2], ends[3]), [0, 0])
    if (metres <= reach) near.push({ edge, metres })
  })
  const touched = near.filter(({ metres }) => metres <= radiusMetres)
  const least = near.reduce((min, { metres }) => Math.min(min, metres), Number.POSITIVE_INFINITY)
  const chosen = touched.length > 0 ? touched : near.filter(({ metres }) => metres === least)
  return chosen.map(({ edge }) => edge)
}

function paddedBox(line: readonly LonLat[], metres = ALONG_METRES): Box {
  const lat = line[0]![1]
  const high = metres / 110_000
  const wide = high / Math.max(0.05, Math.cos((lat * Math.PI) / 180))
  const [west, south, east, north] = extentOf([[line]])
  return [west - wide, south - high, east + wide, north + high]
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
