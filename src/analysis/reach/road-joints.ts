import Flatbush from 'flatbush'
import type { RoadSegments } from './road-segments.ts'

/** Where segments meet other than at their drawn ends. */
export type RoadJoints = {
  /** Per segment: shares along it, 0–1, at which it is cut. */
  readonly cuts: readonly (readonly number[] | undefined)[]
  /** Short connections from the end of a line to the road it nearly touches. */
  readonly bridges: readonly RoadBridge[]
}

/** From an end of a segment (0 first, 1 second) to a share along another. */
export type RoadBridge = {
  readonly segment: number
  readonly end: 0 | 1
  readonly other: number
  readonly otherShare: number
  /** The gap closed; 0 where the end lies on the other road already. */
  readonly metres: number
}

/** A line that ends this near another road was meant to meet it. */
export const SNAP_METRES = 50

const MEETS_METRES = 0.01

/**
 * Finds where roads cross and which ends nearly touch another road. All crossings are taken to be
 * level: the sources know no flyovers. 44,000 segments take some 0.2 s.
 */
export function roadJoints(segments: RoadSegments): RoadJoints {
  const cuts: number[][] = []
  if (segments.count === 0) return { cuts, bridges: [] }
  const index = indexOf(segments)
  const cut = (segment: number, share: number) => {
    cuts[segment] ??= []
    cuts[segment].push(share)
  }
  for (let segment = 0; segment < segments.count; segment++) {
    for (const other of near(index, segments, segment)) {
      if (other <= segment || segments.isWhole[segment] || segments.isWhole[other]) continue
      const shares = crossingOf(segments.ends, segment, other)
      if (!shares) continue
      cut(segment, shares[0])
      cut(other, shares[1])
    }
  }
  const bridges = bridgesOf(segments, index)
  for (const { other, otherShare } of bridges) cut(other, otherShare)
  return { cuts, bridges }
}

function indexOf({ count, ends }: RoadSegments): Flatbush {
  const index = new Flatbush(count)
  for (let at = 0; at < 4 * count; at += 4) {
    index.add(
      Math.min(ends[at]!, ends[at + 2]!),
      Math.min(ends[at + 1]!, ends[at + 3]!),
      Math.max(ends[at]!, ends[at + 2]!),
      Math.max(ends[at + 1]!, ends[at + 3]!),
    )
  }
  index.finish()
  return index
}

function near(index: Flatbush, { ends }: RoadSegments, segment: number): number[] {
  const at = 4 * segment
  return index.search(
    Math.min(ends[at]!, ends[at + 2]!),
    Math.min(ends[at + 1]!, ends[at + 3]!),
    Math.max(ends[at]!, ends[at + 2]!),
    Math.max(ends[at + 1]!, ends[at + 3]!),
  )
}

/** Shares along both segments at which they cross; null if they do not, or lie along each other. */
function crossingOf(ends: Float64Array, a: number, b: number): [number, number] | null {
  const [ax, ay] = [ends[4 * a]!, ends[4 * a + 1]!]
  const [bx, by] = [ends[4 * b]!, ends[4 * b + 1]!]
  const [adx, ady] = [ends[4 * a + 2]! - ax, ends[4 * a + 3]! - ay]
  const [bdx, bdy] = [ends[4 * b + 2]! - bx, ends[4 * b + 3]! - by]
  const cross = adx * bdy - ady * bdx
  if (cross === 0) return null
  const shareA = ((bx - ax) * bdy - (by - ay) * bdx) / cross
  const shareB = ((bx - ax) * ady - (by - ay) * adx) / cross
  const isWithin = shareA >= 0 && shareA <= 1 && shareB >= 0 && shareB <= 1
  return isWithin ? [shareA, shareB] : null
}

function bridgesOf(segments: RoadSegments, index: Flatbush): RoadBridge[] {
  const bridges: RoadBridge[] = []
  for (let segment = 0; segment < segments.count; segment++) {
    const kind = segments.lineEnds[segment]!
    for (const end of [0, 1] as const) {
      if ((kind & (end + 1)) !== 0) bridges.push(...bridgesFrom(segments, index, { segment, end }))
    }
  }
  return bridges
}

type LineEnd = Pick<RoadBridge, 'segment' | 'end'>

/**
 * To the nearest road within the tolerance; where the end lies on roads already, to each of those
 * that do not have that very vertex.
 */
function bridgesFrom(segments: RoadSegments, index: Flatbush, lineEnd: LineEnd): RoadBridge[] {
  const { ends, isWhole } = segments
  const at = 4 * lineEnd.segment + 2 * lineEnd.end
  const [x, y] = [ends[at]!, ends[at + 1]!]
  const ownMetres = metresFromEnd(segments, lineEnd)
  const touching: RoadBridge[] = []
  let [isOnRoad, leastMetres] = [false, SNAP_METRES]
  let best: RoadBridge | null = null
  const found = index.search(x - SNAP_METRES, y - SNAP_METRES, x + SNAP_METRES, y + SNAP_METRES)
  for (const other of found) {
    if (other === lineEnd.segment) continue
    const { share, metres } = nearestOn(ends, other, [x, y])
    const isVertex = share === 0 || share === 1
    if (isWhole[other] && !isVertex) continue
    if (ownMetres(other, share) <= OWN_LINE_METRES) continue
    if (metres <= MEETS_METRES) {
      isOnRoad = true
      if (metres === 0 && isVertex) continue
      touching.push({ ...lineEnd, other, otherShare: share, metres: 0 })
    }
    if (metres >= leastMetres) continue
    leastMetres = metres
    best = { ...lineEnd, other, otherShare: share, metres }
  }
  if (isOnRoad) return touching
  return best ? [best] : []
}

/** A line that comes back to its own end, as a loop does, has gone further than this before. */
const OWN_LINE_METRES = 2 * SNAP_METRES

/** How far a place on the same line is from its end, along the line; +∞ on other lines and far along. */
function metresFromEnd(
  { count, ends, stretch }: RoadSegments,
  { segment, end }: LineEnd,
): (other: number, share: number) => number {
  const step = end === 0 ? 1 : -1
  const before = new Map<number, { readonly metres: number; readonly length: number }>()
  let metres = 0
  for (let at = segment; at >= 0 && at < count && stretch[at] === stretch[segment]; at += step) {
    const [dx, dy] = [ends[4 * at + 2]! - ends[4 * at]!, ends[4 * at + 3]! - ends[4 * at + 1]!]
    const length = Math.hypot(dx, dy)
    before.set(at, { metres, length })
    metres += length
    if (metres > OWN_LINE_METRES) break
  }
  return (other, share) => {
    const known = before.get(other)
    if (!known) return Number.POSITIVE_INFINITY
    return known.metres + known.length * (end === 0 ? share : 1 - share)
  }
}

/** The point of a segment that is nearest to a position. */
export function nearestOn(
  ends: Float64Array,
  segment: number,
  [x, y]: readonly [number, number],
): { readonly share: number; readonly metres: number } {
  const [ax, ay] = [ends[4 * segment]!, ends[4 * segment + 1]!]
  const [dx, dy] = [ends[4 * segment + 2]! - ax, ends[4 * segment + 3]! - ay]
  const length2 = dx * dx + dy * dy
  const along = length2 === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / length2
  const share = Math.min(1, Math.max(0, along))
  const [offX, offY] = [x - ax - share * dx, y - ay - share * dy]
  return { share, metres: Math.sqrt(offX * offX + offY * offY) }
}
