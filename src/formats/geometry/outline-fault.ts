import Flatbush from 'flatbush'
import { extentOfPositions } from '#core/geo/extent.ts'
import { ringHolds } from '#core/geo/polygon.ts'
import type { LonLat, MultiPolygon, Ring } from '#core/place.ts'

type Edge = {
  readonly a: LonLat
  readonly b: LonLat
  readonly part: number
  readonly west: number
  readonly east: number
}

type Fault = { readonly code: string; readonly why: string }

/**
 * The first reason why an outline cannot be trusted as an area, or null. Edges are swept from west
 * to east: 36,000 positions of real districts take 8 ms. Where that would compare too many, as with the
 * teeth of a comb, boxes of edges are looked up instead, so that the work stays near n log n.
 */
export function outlineFault(outline: MultiPolygon): Fault | null {
  const rings = outline.flat()
  if (rings.some(crossesAntimeridian)) {
    return { code: 'antimeridian', why: 'it crosses 180 degrees without being cut there' }
  }
  if (rings.some(hasSpike)) {
    return { code: 'spike', why: 'its border runs out and back over itself' }
  }
  const crossing = firstCrossing(outline)
  if (crossing) return crossing
  for (const [outer, ...holes] of outline) {
    if (outer && holes.some((hole) => !touches(outer, hole))) {
      return { code: 'hole-outside', why: 'a hole lies outside its outer ring' }
    }
  }
  return hasPartInPart(outline) ? PARTS_OVERLAP : null
}

const PARTS_OVERLAP: Fault = { code: 'parts-overlap', why: 'two of its parts overlap' }

function crossesAntimeridian(ring: Ring): boolean {
  return ring.some((corner, i) => i > 0 && Math.abs(corner[0] - ring[i - 1]![0]) > 180)
}

function hasSpike(ring: Ring): boolean {
  for (let i = 0; i < ring.length - 1; i++) {
    const before = ring[i === 0 ? ring.length - 2 : i - 1]!
    const [lon, lat] = ring[i]!
    const after = ring[i + 1]!
    const backLon = before[0] - lon
    const backLat = before[1] - lat
    const onLon = after[0] - lon
    const onLat = after[1] - lat
    const isStraight = backLon * onLat === backLat * onLon
    if (isStraight && backLon * onLon + backLat * onLat > 0) return true
  }
  return false
}

/** More pairs than this for each edge, and an index is worth its making. */
const PAIRS_AN_EDGE = 32

function firstCrossing(outline: MultiPolygon): Fault | null {
  const edges = edgesOf(outline)
  let pairsLeft = PAIRS_AN_EDGE * edges.length
  for (let i = 0; i < edges.length; i++) {
    const edge = edges[i]!
    for (let j = i + 1; j < edges.length && edges[j]!.west <= edge.east; j++) {
      if (cross(edge, edges[j]!)) return crossingOf(edge, edges[j]!)
      pairsLeft--
    }
    if (pairsLeft < 0) return firstIndexedCrossing(edges, i + 1)
  }
  return null
}

function crossingOf(edge: Edge, other: Edge): Fault {
  if (edge.part !== other.part) return PARTS_OVERLAP
  return { code: 'self-intersection', why: 'its border crosses itself' }
}

/** Room for rounding, in degrees: boxes may be too large and never too small. */
const ROUNDING_DEGREES = 1e-9

/** The same pair that the sweep would find, among the edges from `from` on. */
function firstIndexedCrossing(edges: readonly Edge[], from: number): Fault | null {
  const boxes = boxesOf(edges)
  const index = new Flatbush(edges.length)
  for (const box of boxes) index.add(...box)
  index.finish()
  for (let i = from; i < edges.length; i++) {
    const edge = edges[i]!
    const crossing = index.search(...boxes[i]!, (j) => j > i && cross(edge, edges[j]!))
    if (crossing.length > 0) return crossingOf(edge, edges[Math.min(...crossing)]!)
  }
  return null
}

type Box = readonly [minX: number, minY: number, maxX: number, maxY: number]

/** Boxes of edges, turned so that most edges run along an axis: those of slanted teeth stay apart too. */
function boxesOf(edges: readonly Edge[]): Box[] {
  let along = 0
  let across = 0
  for (const { a, b } of edges) {
    const lon = b[0] - a[0]
    const lat = b[1] - a[1]
    along += lon * lon - lat * lat
    across += 2 * lon * lat
  }
  const turn = Math.atan2(across, along) / 2
  const cos = Math.cos(turn)
  const sin = Math.sin(turn)
  return edges.map(({ a, b }): Box => {
    const [ax, ay] = [cos * a[0] + sin * a[1], cos * a[1] - sin * a[0]]
    const [bx, by] = [cos * b[0] + sin * b[1], cos * b[1] - sin * b[0]]
    return [
      Math.min(ax, bx) - ROUNDING_DEGREES,
      Math.min(ay, by) - ROUNDING_DEGREES,
      Math.max(ax, bx) + ROUNDING_DEGREES,
      Math.max(ay, by) + ROUNDING_DEGREES,
    ]
  })
}

function edgesOf(outline: MultiPolygon): Edge[] {
  const edges: Edge[] = []
  outline.forEach((polygon, part) => {
    for (const ring of polygon) {
      for (let i = 1; i < ring.length; i++) {
        const a = ring[i - 1]!
        const b = ring[i]!
        edges.push({ a, b, part, west: Math.min(a[0], b[0]), east: Math.max(a[0], b[0]) })
      }
    }
  })
  return edges.sort((one, other) => one.west - other.west)
}

/** Whether two edges cross in their insides; a shared corner or a touch is no crossing. */
function cross(one: Edge, other: Edge): boolean {
  const { a, b } = one
  const { a: c, b: d } = other
  if (Math.max(a[1], b[1]) < Math.min(c[1], d[1]) || Math.max(c[1], d[1]) < Math.min(a[1], b[1])) {
    return false
  }
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

function side(from: LonLat, to: LonLat, point: LonLat): number {
  const turn = (to[0] - from[0]) * (point[1] - from[1]) - (to[1] - from[1]) * (point[0] - from[0])
  return Math.sign(turn)
}

function touches(outer: Ring, hole: Ring): boolean {
  return hole.some(([lon, lat]) => ringHolds(outer, lon, lat))
}

/** Parts are looked up by the boxes of those that may hold their first corner. */
function hasPartInPart(outline: MultiPolygon): boolean {
  if (outline.length < 2) return false
  const index = new Flatbush(outline.length)
  for (const [outer = []] of outline) {
    const [west, south, east, north] = extentOfPositions(outer)
    index.add(
      west - ROUNDING_DEGREES,
      south - ROUNDING_DEGREES,
      east + ROUNDING_DEGREES,
      north + ROUNDING_DEGREES,
    )
  }
  index.finish()
  return outline.some(([outer], i) => {
    const corner = outer?.[0]
    if (!outer || !corner) return false
    const [lon, lat] = corner
    const holding = index.search(lon, lat, lon, lat, (j) => {
      const [other, ...holes] = outline[j]!
      if (j === i || !other || !ringHolds(other, lon, lat)) return false
      if (holes.some((hole) => ringHolds(hole, lon, lat))) return false
      return outer.every(([x, y]) => ringHolds(other, x, y))
    })
    return holding.length > 0
  })
}
