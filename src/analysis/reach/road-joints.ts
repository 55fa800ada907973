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
      if ((kind & (end + 1)) === 0) continue
      const bridge = bridgeFrom(segments, index, { segment, end })
      if (bridge) bridges.push(bridge)
    }
  }
  return bridges
}

/** The nearest road within the tolerance; null if there is none, or the end lies on one already. */
function bridgeFrom(
  { ends, isWhole }: RoadSegments,
  index: Flatbush,
  { segment, end }: Pick<RoadBridge, 'segment' | 'end'>,
): RoadBridge | null {
  const x = ends[4 * segment + 2 * end]!
  const y = ends[4 * segment + 2 * end + 1]!
  let best: RoadBridge | null = null
  let leastMetres = SNAP_METRES
  const found = index.search(x - SNAP_METRES, y - SNAP_METRES, x + SNAP_METRES, y + SNAP_METRES)
  for (const other of found) {
    if (other === segment) continue
    const { share, metres } = nearestOn(ends, other, [x, y])
    if (isWhole[other] && share !== 0 && share !== 1) continue
    if (metres <= MEETS_METRES)
      return share === 0 || share === 1
        ? null
        : { segment, end, other, otherShare: share, metres: 0 }
    if (metres >= leastMetres || (metres === leastMetres && best)) continue
    leastMetres = metres
    best = { segment, end, other, otherShare: share, metres }
  }
  return best
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
