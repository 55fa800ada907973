import type { LonLat, Polygon, Ring } from '../place.ts'

/** One corner of an outline: its ring and its place in it, the closing repetition not counted. */
export type CornerRef = { readonly ring: number; readonly index: number }

/** A ring through these corners, closed. */
export function closedRing(corners: readonly LonLat[]): Ring {
  const [first] = corners
  return first ? [...corners, first] : []
}

/** The corners of a ring, each once. */
export function cornersOf(ring: Ring | undefined): readonly LonLat[] {
  return ring ? ring.slice(0, -1) : []
}

/** The outline with a corner elsewhere. */
export function withCornerMoved(outline: Polygon, { ring, index }: CornerRef, to: LonLat): Polygon {
  return withRing(outline, ring, (corners) => corners.with(index, to))
}

/** The outline with one more corner, after the one that is named. */
export function withCornerInserted(
  outline: Polygon,
  { ring, index }: CornerRef,
  at: LonLat,
): Polygon {
  return withRing(outline, ring, (corners) => corners.toSpliced(index + 1, 0, at))
}

/** The outline without a corner; null if its ring would have fewer than it needs. */
export function withCornerRemoved(
  outline: Polygon,
  { ring, index }: CornerRef,
  leastCorners = 3,
): Polygon | null {
  if (cornersOf(outline[ring]).length <= leastCorners) return null
  return withRing(outline, ring, (corners) => corners.toSpliced(index, 1))
}

function withRing(
  outline: Polygon,
  ring: number,
  change: (corners: readonly LonLat[]) => readonly LonLat[],
): Polygon {
  return outline.map((each, i) => (i === ring ? closedRing(change(cornersOf(each))) : each))
}
