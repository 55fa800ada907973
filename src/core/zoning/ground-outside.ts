import { METRES_PER_DEGREE, metresBetween } from '../geo/distance.ts'
import { dissolved } from '../geo/overlay/dissolved.ts'
import { type Faces, facesOf } from '../geo/overlay/faces.ts'
import { nodedEdges } from '../geo/overlay/noded.ts'
import { areaSquareKilometres } from '../geo/polygon.ts'
import type { LonLat, Polygon, Ring } from '../place.ts'

/** Square kilometres of an outline that lie outside another, or with 'inside' within both. */
export function groundOutside(
  outline: Polygon,
  of: Polygon,
  part: 'outside' | 'inside' = 'outside',
): number {
  return piecesOf(outline, of, part).reduce((sum, each) => sum + areaSquareKilometres([each]), 0)
}

/** Whether an outline has ground outside another, or with 'inside' in common with it, by more than rounding. */
export function hasGround(outline: Polygon, of: Polygon, part: 'outside' | 'inside'): boolean {
  return piecesOf(outline, of, part).some((piece) => isMoreThanRounding(piece, [outline, of]))
}

function piecesOf(outline: Polygon, of: Polygon, part: 'outside' | 'inside'): readonly Polygon[] {
  const faces = facesOfBoth(outline, of)
  const wanted = part === 'inside' ? 2 : 1
  const pieces = dissolved(faces, (face) => {
    const sources = faces.sources[face]!
    return sources.has(0) && sources.size === wanted ? 'part' : null
  })
  return pieces.get('part') ?? []
}

/** A piece that is no larger is never other ground. */
const LEAST_SQUARE_METRES = 1
/** How far corners that are put on a side, and then on the lattice, may move it on average. */
const ROUNDING_METRES = 0.011
/** How far any one of them may. */
const MOST_ROUNDING_METRES = 0.05

/**
 * Whether an outline covers other ground than before, by more than rounding. Asked of every piece
 * that is in one alone, so that no length of border elsewhere makes up for it.
 */
export function isOtherGround(before: Polygon, after: Polygon): boolean {
  if (before === after) return false
  const faces = facesOfBoth(before, after)
  const changed = dissolved(faces, (face) => {
    const sources = faces.sources[face]!
    return sources.size === 1 ? (sources.has(0) ? 'lost' : 'won') : null
  })
  return [...changed.values()].flat().some((piece) => isMoreThanRounding(piece, [before, after]))
}

/**
 * Whether a piece of ground is more than rounding leaves.
 *
 * @param borders along both of which a sliver of rounding would lie; none: it is asked of its size alone.
 */
export function isMoreThanRounding(piece: Polygon, borders: readonly Polygon[]): boolean {
  const squareMetres = 1e6 * areaSquareKilometres([piece])
  if (squareMetres <= LEAST_SQUARE_METRES) return false
  const margin = LEAST_SQUARE_METRES + ROUNDING_METRES * metresRound(piece)
  return squareMetres > margin || borders.some((border) => isDeep(piece, border))
}

function facesOfBoth(one: Polygon, other: Polygon): Faces {
  const area = (each: Polygon) => ({ type: 'area', outline: [each] }) as const
  return facesOf(nodedEdges([area(one), area(other)]))
}

function metresRound(outline: Polygon): number {
  return outline
    .flatMap((ring) => ring.slice(1).map((corner, i) => metresBetween(ring[i]!, corner)))
    .reduce((sum, side) => sum + side, 0)
}

/** Whether a corner of a piece is away from a border that a sliver of rounding would lie along. */
function isDeep(piece: Polygon, border: Polygon): boolean {
  return piece.flat().some((corner) => {
    const isNear = (ring: Ring) =>
      ring.some((b, i) => i > 0 && metresOff(corner, ring[i - 1]!, b) <= MOST_ROUNDING_METRES)
    return !border.some(isNear)
  })
}

/** Metres from a position to a side, on the plane about the position. */
function metresOff([lon, lat]: LonLat, a: LonLat, b: LonLat): number {
  const east = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180)
  const [xA, yA] = [(a[0] - lon) * east, (a[1] - lat) * METRES_PER_DEGREE]
  const [dx, dy] = [(b[0] - a[0]) * east, (b[1] - a[1]) * METRES_PER_DEGREE]
  const length = dx * dx + dy * dy
  const share = length > 0 ? Math.min(1, Math.max(0, -(xA * dx + yA * dy) / length)) : 0
  const [x, y] = [xA + share * dx, yA + share * dy]
  return Math.sqrt(x * x + y * y)
}
