import { bboxClip, multiPolygon } from '@turf/turf'
import type { LonLat, MultiPolygon } from '#core/place.ts'
import type { Label, Land } from './geography.ts'
import { degreesToStretch, rounded, simplified } from './simplify.ts'
import type { Topology } from './theatre-sources.ts'

export type Extent = readonly [west: number, south: number, east: number, north: number]

const SURROUNDINGS_TOLERANCE_DEGREES = 0.04

/** Land of other countries that reaches into an extent, cut off at its edges. */
export function surroundingLand(
  world: Topology,
  extent: Extent,
  isLeftOut: (numeric: string) => boolean,
): Land[] {
  const arcs = decoded(world)
  const shapes = world.objects['countries']?.geometries ?? []
  return shapes
    .filter(({ id }) => !isLeftOut(id ?? ''))
    .map(({ properties, type, arcs: list }) => {
      const polygons = (type === 'Polygon' ? [list] : (list ?? [])) as readonly PolygonArcs[]
      const outline = polygons.map((rings) => ringOf(rings[0] ?? [], arcs))
      return { name: properties.name ?? '', outline: clipped(outline, extent) }
    })
    .filter(({ outline }) => outline.length > 0)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

type PolygonArcs = readonly (readonly number[])[]

function decoded({ arcs, transform }: Topology): LonLat[][] {
  const [scaleX, scaleY] = transform?.scale ?? [1, 1]
  const [x0, y0] = transform?.translate ?? [0, 0]
  return arcs.map((arc) => {
    let [x, y] = [0, 0]
    const line = arc.map(([dx, dy]): LonLat => {
      x += dx
      y += dy
      return [x * scaleX + x0, y * scaleY + y0]
    })
    return simplified(line, () => SURROUNDINGS_TOLERANCE_DEGREES)
  })
}

function ringOf(indexes: readonly number[], arcs: readonly (readonly LonLat[])[]): LonLat[] {
  const points = indexes.flatMap((index) => {
    const arc = arcs[index < 0 ? ~index : index]!
    return (index < 0 ? [...arc].reverse() : arc).slice(0, -1)
  })
  return [...points, points[0]!]
}

function clipped(rings: readonly (readonly LonLat[])[], extent: Extent): MultiPolygon {
  const plain = rings.map((ring) => [ring.map(([lon, lat]) => [lon, lat])])
  const { geometry } = bboxClip(multiPolygon(plain), [...extent])
  const isSingle = geometry.type === 'Polygon'
  const polygons = (isSingle ? [geometry.coordinates] : geometry.coordinates) as unknown
  return (polygons as MultiPolygon)
    .map((polygon) => polygon.map((ring) => ring.map(rounded)))
    .filter(([outer]) => (outer?.length ?? 0) >= 4)
}

/** The middle of the widest part of an outline within an extent; null if it does not reach into it. */
export function labelWithin(
  name: string,
  extent: Extent,
  isInside: (position: LonLat) => boolean,
  edges: readonly (readonly LonLat[])[],
): Label | null {
  const [west, south, east, north] = extent
  let best: Label | null = null
  let widest = 0
  for (let row = 1; row < 40; row++) {
    for (let column = 1; column < 40; column++) {
      const position: LonLat = [
        west + ((east - west) * column) / 40,
        south + ((north - south) * row) / 40,
      ]
      let room = Math.min(
        position[0] - west,
        east - position[0],
        position[1] - south,
        north - position[1],
      )
      if (room <= widest || !isInside(position)) continue
      for (const line of edges) {
        room = Math.min(room, degreesToLine(position, line))
        if (room <= widest) break
      }
      if (room > widest) {
        widest = room
        best = { name, position: rounded(position) }
      }
    }
  }
  return best
}

function degreesToLine(position: LonLat, line: readonly LonLat[]): number {
  let least = Number.POSITIVE_INFINITY
  for (let i = 1; i < line.length; i++) {
    least = Math.min(least, degreesToStretch(position, line[i - 1]!, line[i]!))
  }
  return least
}
