import { extentOfPositions } from '#core/geo/extent.ts'
import { crossingAt } from '#core/geo/polygon.ts'
import type { Polygon, Ring } from '#core/place.ts'

/** A polygon made ready for many questions. */
export type PreparedOutline = {
  /** West, south, east, north in degrees. */
  readonly box: readonly [west: number, south: number, east: number, north: number]
  /**
   * Whether a position lies inside. Of two outlines that share a chain of corners, exactly one holds
   * a position on it, whichever way round each runs.
   */
  readonly holds: (lonDegrees: number, latDegrees: number) => boolean
  /** Whether an edge may reach into a box; true in doubt. */
  readonly meets: (west: number, south: number, east: number, north: number) => boolean
  /** Edges of all rings in turn: two ends each, longitude and latitude of both. */
  readonly edges: Float64Array
}

/**
 * Sorts the edges of each ring into bands of latitude, so that a position is compared with a few
 * edges only: 25 ns a position for 60 corners. Answers as `polygonHolds` does.
 */
export function prepareOutline(outline: Polygon): PreparedOutline {
  const rings = outline.map(prepareRing)
  const [outer, ...holes] = rings
  const [west, south, east, north] = extentOfPositions(outline[0] ?? [])
  const holds = (lon: number, lat: number) => {
    if (!outer || lon < west || lon > east || lat < south || lat > north) return false
    return ringHolds(outer, lon, lat) && !holes.some((hole) => ringHolds(hole, lon, lat))
  }
  const meets = (w: number, s: number, e: number, n: number) => {
    for (const ring of rings) if (ringMeets(ring, w, s, e, n)) return true
    return false
  }
  const edges = Float64Array.from(rings.flatMap((ring) => [...ring.edges]))
  return { box: [west, south, east, north], holds, meets, edges }
}

type PreparedRing = {
  /** The lower end of each first, so that both sides of a border work with the same figures. */
  readonly edges: Float64Array
  readonly south: number
  readonly bandsPerDegree: number
  /** Edges of each band, as positions in `edges`. */
  readonly bands: readonly Uint32Array[]
}

function prepareRing(ring: Ring): PreparedRing {
  const edges = new Float64Array(4 * ring.length)
  let [south, north] = [90, -90]
  ring.forEach(([lon, lat], i) => {
    const before = ring[(i + ring.length - 1) % ring.length]!
    edges.set(before[1] < lat ? [...before, lon, lat] : [lon, lat, ...before], 4 * i)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  })
  const bandCount = Math.max(1, Math.min(256, ring.length))
  const bandsPerDegree = north > south ? bandCount / (north - south) : 0
  const bandOf = (lat: number) => bandAt(lat, south, bandsPerDegree, bandCount)
  const lists: number[][] = Array.from({ length: bandCount }, () => [])
  for (let at = 0; at < edges.length; at += 4) {
    const first = bandOf(Math.min(edges[at + 1]!, edges[at + 3]!))
    const last = bandOf(Math.max(edges[at + 1]!, edges[at + 3]!))
    for (let band = first; band <= last; band++) lists[band]!.push(at)
  }
  return { edges, south, bandsPerDegree, bands: lists.map((list) => Uint32Array.from(list)) }
}

function ringHolds(
  { edges, south, bandsPerDegree, bands }: PreparedRing,
  lon: number,
  lat: number,
) {
  const band = bands[bandAt(lat, south, bandsPerDegree, bands.length)]!
  let isInside = false
  for (let i = 0; i < band.length; i++) {
    const at = band[i]!
    const lonA = edges[at]!
    const latA = edges[at + 1]!
    const lonB = edges[at + 2]!
    const latB = edges[at + 3]!
    if (latA <= lat && lat < latB && lon < crossingAt(lat, lonA, latA, lonB, latB)) {
      isInside = !isInside
    }
  }
  return isInside
}

function ringMeets(
  { edges, south: from, bandsPerDegree, bands }: PreparedRing,
  west: number,
  south: number,
  east: number,
  north: number,
): boolean {
  const last = bandAt(north, from, bandsPerDegree, bands.length)
  for (let at = bandAt(south, from, bandsPerDegree, bands.length); at <= last; at++) {
    for (const edge of bands[at]!) {
      const lonA = edges[edge]!
      const lonB = edges[edge + 2]!
      const latA = edges[edge + 1]!
      const latB = edges[edge + 3]!
      if (latB < south || latA > north) continue
      if (Math.min(lonA, lonB) > east || Math.max(lonA, lonB) < west) continue
      if (latA === latB) return true
      const lowest = crossingAt(Math.max(south, latA), lonA, latA, lonB, latB)
      const highest = crossingAt(Math.min(north, latB), lonA, latA, lonB, latB)
      if (Math.min(lowest, highest) <= east && Math.max(lowest, highest) >= west) return true
    }
  }
  return false
}

function bandAt(lat: number, south: number, bandsPerDegree: number, bandCount: number): number {
  return Math.min(bandCount - 1, Math.max(0, Math.floor((lat - south) * bandsPerDegree)))
}
