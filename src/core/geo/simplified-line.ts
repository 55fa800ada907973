import type { LonLat } from '../place.ts'
import { mercatorDegrees } from './mercator.ts'

/**
 * A line with fewer corners that stays within a tolerance of the given one; ends are kept.
 *
 * @param toleranceDegrees of longitude, on the plane of web maps: pixels over `pixelsPerDegree`.
 * @source D. H. Douglas, T. K. Peucker, "Algorithms for the reduction of the number of points
 *   required to represent a digitized line", Cartographica 10 (1973).
 */
export function simplifiedLine(line: readonly LonLat[], toleranceDegrees: number): LonLat[] {
  if (line.length < 3) return [...line]
  const plane = line.map(mercatorDegrees)
  const isKept = new Uint8Array(line.length)
  isKept[0] = 1
  isKept[line.length - 1] = 1
  const spans: (readonly [number, number])[] = [[0, line.length - 1]]
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span
    let farthest = -1
    let most = toleranceDegrees
    for (let i = from + 1; i < to; i++) {
      const distance = distanceTo(plane[from]!, plane[to]!, plane[i]!)
      if (distance > most) {
        most = distance
        farthest = i
      }
    }
    if (farthest < 0) continue
    isKept[farthest] = 1
    spans.push([from, farthest], [farthest, to])
  }
  return line.filter((_, i) => isKept[i] === 1)
}

type XY = readonly [number, number]

function distanceTo([xA, yA]: XY, [xB, yB]: XY, [x, y]: XY): number {
  const [dx, dy] = [xB - xA, yB - yA]
  const length = dx * dx + dy * dy
  const share = length > 0 ? ((x - xA) * dx + (y - yA) * dy) / length : 0
  const t = Math.min(1, Math.max(0, share))
  return Math.hypot(x - xA - t * dx, y - yA - t * dy)
}
