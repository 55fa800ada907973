import type { LonLat } from '#core/place.ts'

/** How far a line may stray at a position, in degrees. */
export type ToleranceAt = (position: LonLat) => number

/**
 * Drops the points of a line that lie nearer to its simpler form than the tolerance where they are.
 * The ends stay; a closed line keeps the point furthest from its start too.
 *
 * @source D. Douglas, T. Peucker, "Algorithms for the reduction of the number of points required to
 *   represent a digitized line" (1973).
 */
export function simplified(line: readonly LonLat[], toleranceAt: ToleranceAt): LonLat[] {
  const isKept = new Uint8Array(line.length)
  isKept[0] = 1
  isKept[line.length - 1] = 1
  const open: [number, number][] = [[0, line.length - 1]]
  for (let span = open.pop(); span; span = open.pop()) {
    const [first, last] = span
    let furthest = -1
    let excess = 1
    for (let i = first + 1; i < last; i++) {
      const point = line[i]!
      const share = degreesToStretch(point, line[first]!, line[last]!) / toleranceAt(point)
      if (share > excess) {
        excess = share
        furthest = i
      }
    }
    if (furthest < 0) continue
    isKept[furthest] = 1
    open.push([first, furthest], [furthest, last])
  }
  return line.filter((_, i) => isKept[i] === 1)
}

/** A line near whose own crossings the tolerance is halved until it no longer crosses itself. */
export function simplifiedSoundly(line: readonly LonLat[], toleranceAt: ToleranceAt): LonLat[] {
  const crossings: LonLat[] = []
  let result = simplified(line, toleranceAt)
  for (let round = 0; round < 8; round++) {
    const found = crossingsOf(result)
    if (found.length === 0) break
    crossings.push(...found)
    result = simplified(line, (position) => {
      const nearCount = crossings.filter((crossing) => isNear(crossing, position)).length
      return toleranceAt(position) / 2 ** nearCount
    })
  }
  return result
}

const NEAR_CROSSING_DEGREES = 0.01

function isNear(a: LonLat, b: LonLat): boolean {
  return Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) < NEAR_CROSSING_DEGREES
}

function crossingsOf(line: readonly LonLat[]): LonLat[] {
  const found: LonLat[] = []
  for (let i = 1; i < line.length; i++) {
    for (let j = i + 2; j < line.length; j++) {
      if (isCrossing([line[i - 1]!, line[i]!], [line[j - 1]!, line[j]!])) found.push(line[i]!)
    }
  }
  return found
}

type Stretch = readonly [LonLat, LonLat]

function isCrossing([a, b]: Stretch, [c, d]: Stretch): boolean {
  const side = (p: LonLat, q: LonLat, r: LonLat) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]))
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

/** Distance of a point from a stretch, in degrees of latitude. */
export function degreesToStretch(point: LonLat, a: LonLat, b: LonLat): number {
  return nearestOnStretch(point, a, b).degrees
}

/** The nearest place on a stretch: how far along it (0–1), where, and how far away. */
export function nearestOnStretch([lon, lat]: LonLat, a: LonLat, b: LonLat) {
  const squeeze = Math.cos((lat * Math.PI) / 180)
  const east = (b[0] - a[0]) * squeeze
  const north = b[1] - a[1]
  const length = east * east + north * north
  const dot = (lon - a[0]) * squeeze * east + (lat - a[1]) * north
  const along = length > 0 ? Math.min(1, Math.max(0, dot / length)) : 0
  const position: LonLat = [a[0] + along * (b[0] - a[0]), a[1] + along * (b[1] - a[1])]
  const degrees = Math.hypot((lon - position[0]) * squeeze, lat - position[1])
  return { along, position, degrees }
}

/** To 0.00001°, which is a metre. */
export function rounded([lon, lat]: LonLat): LonLat {
  return [Math.round(lon * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5]
}
