import { metresBetween } from '../geo/distance.ts'
import { dissolved } from '../geo/overlay/dissolved.ts'
import { facesOf } from '../geo/overlay/faces.ts'
import { nodedEdges } from '../geo/overlay/noded.ts'
import { areaSquareKilometres } from '../geo/polygon.ts'
import type { Polygon } from '../place.ts'

/** Square kilometres of an outline that lie outside another, or with 'inside' within both. */
export function groundOutside(
  outline: Polygon,
  of: Polygon,
  part: 'outside' | 'inside' = 'outside',
): number {
  const area = (each: Polygon) => ({ type: 'area', outline: [each] }) as const
  const faces = facesOf(nodedEdges([area(outline), area(of)]))
  const wanted = part === 'inside' ? 2 : 1
  const pieces = dissolved(faces, (face) => {
    const sources = faces.sources[face]!
    return sources.has(0) && sources.size === wanted ? 'part' : null
  })
  return (pieces.get('part') ?? []).reduce((sum, each) => sum + areaSquareKilometres([each]), 0)
}

/** How far corners that are put on a side, and then on the lattice, may move it. */
const ROUNDING_KILOMETRES = 2e-5

/** Square kilometres along the border of an outline that rounding of corners may move. */
export function roundingSquareKilometres(outline: Polygon): number {
  const kilometres = outline
    .flatMap((ring) => ring.slice(1).map((corner, i) => metresBetween(ring[i]!, corner) / 1000))
    .reduce((sum, side) => sum + side, 0)
  return ROUNDING_KILOMETRES * kilometres
}

/** Whether an outline covers other ground than before, by more than rounding. */
export function isOtherGround(before: Polygon, after: Polygon): boolean {
  if (before === after) return false
  const moved = groundOutside(before, after) + groundOutside(after, before)
  return moved > roundingSquareKilometres(before)
}
