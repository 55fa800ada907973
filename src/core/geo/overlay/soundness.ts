import Flatbush from 'flatbush'
import type { LonLat, Polygon } from '../../place.ts'
import { areaSquareKilometres } from '../polygon.ts'
import { dissolved } from './dissolved.ts'
import { facesOf } from './faces.ts'
import { positionOfStep, type Step, sideOf, stepOf } from './lattice.ts'
import { nodedEdges } from './noded.ts'

/** What a point that the overlay puts on a side may change. */
const ROUNDING_SQUARE_KILOMETRES = 1e-6

/**
 * Where the border of an outline crosses itself, also through a corner, runs back over itself, or
 * leaves ground that is not one piece with holes; null if it does none of these. Rings that touch in
 * a corner are sound. n log n for borders that meet seldom, and dearer where they touch or have holes.
 */
export function faultIn(outline: Polygon): LonLat | null {
  const edges = outline.flatMap((ring) => {
    const steps = ring.map(stepOf)
    return steps.slice(1).flatMap((b, i) => (isSame(steps[i]!, b) ? [] : [[steps[i]!, b] as const]))
  })
  if (edges.length === 0) return null
  const boxes = new Flatbush(edges.length)
  const boxOf = ([a, b]: readonly [Step, Step]) =>
    [
      Math.min(a[0], b[0]),
      Math.min(a[1], b[1]),
      Math.max(a[0], b[0]),
      Math.max(a[1], b[1]),
    ] as const
  for (const edge of edges) boxes.add(...boxOf(edge))
  boxes.finish()
  for (const [i, edge] of edges.entries()) {
    for (const j of boxes.search(...boxOf(edge))) {
      const at = j > i ? meeting(edge, edges[j]!) : null
      if (at) return positionOfStep(at)
    }
  }
  const touch = touchIn(edges, (edge) => boxes.search(...boxOf(edge)))
  if (!touch && outline.length === 1) return null
  return piecesFault(outline, touch && positionOfStep(touch))
}

/** A corner through which the border comes more than once; null: it does not touch itself. */
function touchIn(edges: readonly Side[], near: (edge: Side) => number[]): Step | null {
  for (const edge of edges) {
    const [, corner] = edge
    const there = near([corner, corner]).filter((j) => isOn(corner, edges[j]!))
    if (there.length > 2) return corner
  }
  return null
}

/**
 * Where ground that a border encloses is other than its rings say, whose sides cross nowhere between
 * corners: one piece, as large as the outer ring less the holes.
 *
 * @param touch where the border touches itself.
 */
function piecesFault(outline: Polygon, touch: LonLat | null): LonLat | null {
  const faces = facesOf(nodedEdges([{ type: 'area', outline: [outline] }]))
  const pieces =
    dissolved(faces, (face) => (faces.sources[face]!.size > 0 ? 'held' : null)).get('held') ?? []
  const [piece] = pieces
  if (!piece) return null
  const said = areaSquareKilometres([outline])
  const rounding = ROUNDING_SQUARE_KILOMETRES + said * 1e-9
  const rest = pieces.toSorted((a, b) => areaSquareKilometres([a]) - areaSquareKilometres([b]))
  if (pieces.length === 1 && Math.abs(areaSquareKilometres([piece]) - said) <= rounding) return null
  return touch ?? rest[0]?.[0]?.[0] ?? null
}

type Side = readonly [Step, Step]

/** Where two sides cross, or run over each other; null where they touch in a corner or not at all. */
function meeting([a, b]: Side, [c, d]: Side): Step | null {
  const [sideC, sideD] = [sideOf(a, b, c), sideOf(a, b, d)]
  if (sideC === 0 && sideD === 0) return overlapOf([a, b], [c, d])
  if (sideC * sideD >= 0 || sideOf(c, d, a) * sideOf(c, d, b) >= 0) return null
  const share = sideC / (sideC - sideD)
  return [Math.round(c[0] + share * (d[0] - c[0])), Math.round(c[1] + share * (d[1] - c[1]))]
}

/** An end of the stretch that two sides of one line share; null if they share a point at most. */
function overlapOf([a, b]: Side, [c, d]: Side): Step | null {
  const along = ([x, y]: Step) => x * (b[0] - a[0]) + y * (b[1] - a[1])
  const [first, last] = [along(a), along(b)]
  const [low, high] = along(c) < along(d) ? [along(c), along(d)] : [along(d), along(c)]
  return Math.max(first, low) < Math.min(last, high) ? (low > first ? c : a) : null
}

function isOn(at: Step, [a, b]: Side): boolean {
  if (sideOf(a, b, at) !== 0) return false
  const [x, y] = at
  return (
    Math.min(a[0], b[0]) <= x &&
    x <= Math.max(a[0], b[0]) &&
    Math.min(a[1], b[1]) <= y &&
    y <= Math.max(a[1], b[1])
  )
}

function isSame(a: Step, b: Step): boolean {
  return a[0] === b[0] && a[1] === b[1]
}
