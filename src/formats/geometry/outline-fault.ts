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
 * to east: 36,000 positions of real districts take 8 ms.
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

function firstCrossing(outline: MultiPolygon): Fault | null {
  const edges = edgesOf(outline)
  for (let i = 0; i < edges.length; i++) {
    const edge = edges[i]!
    for (let j = i + 1; j < edges.length && edges[j]!.west <= edge.east; j++) {
      const other = edges[j]!
      if (!cross(edge, other)) continue
      if (edge.part !== other.part) return PARTS_OVERLAP
      return { code: 'self-intersection', why: 'its border crosses itself' }
    }
  }
  return null
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

function hasPartInPart(outline: MultiPolygon): boolean {
  return outline.some(([outer], i) =>
    outline.some(([other, ...holes], j) => {
      const corner = outer?.[0]
      if (i === j || !other || !corner || !ringHolds(other, corner[0], corner[1])) return false
      return (
        outer.every(([lon, lat]) => ringHolds(other, lon, lat)) &&
        !holes.some((hole) => ringHolds(hole, corner[0], corner[1]))
      )
    }),
  )
}
