import type { LonLat, Polygon } from '../place.ts'

/**
 * A position surely inside an outline: the middle of the widest stretch at the height half-way
 * between two corners near its middle. Linear after one sort.
 */
export function interiorPosition(outline: Polygon): LonLat {
  const heights = [...new Set((outline[0] ?? []).map(([, lat]) => lat))].sort((a, b) => a - b)
  const middle = Math.max(1, heights.length >> 1)
  const lat = ((heights[middle - 1] ?? 0) + (heights[middle] ?? heights[middle - 1] ?? 0)) / 2
  const crossings = outline
    .flatMap((ring) =>
      ring.slice(1).flatMap(([lonB, latB], i) => {
        const [lonA, latA] = ring[i]!
        if (latA > lat === latB > lat) return []
        return [lonA + ((lat - latA) / (latB - latA)) * (lonB - lonA)]
      }),
    )
    .sort((a, b) => a - b)
  let best: LonLat = [outline[0]?.[0]?.[0] ?? 0, lat]
  let widest = -1
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const width = crossings[i + 1]! - crossings[i]!
    if (width <= widest) continue
    widest = width
    best = [crossings[i]! + width / 2, lat]
  }
  return best
}
