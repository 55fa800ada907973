import Flatbush from 'flatbush'
import type { LonLat, Polygon } from '../../place.ts'
import { positionOfStep, type Step, sideOf, stepOf } from './lattice.ts'

/**
 * Where the border of an outline crosses itself or runs back over itself; null if it does neither.
 * Rings that touch in a corner are sound. n log n for borders that meet seldom.
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
  return null
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

function isSame(a: Step, b: Step): boolean {
  return a[0] === b[0] && a[1] === b[1]
}
