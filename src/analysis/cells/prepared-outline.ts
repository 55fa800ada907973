import { extentOfPositions } from '#core/geo/extent.ts'
import type { Polygon, Ring } from '#core/place.ts'

/** A polygon made ready for many questions. */
export type PreparedOutline = {
  /** West, south, east, north in degrees. */
  readonly box: readonly [west: number, south: number, east: number, north: number]
  /** Whether a position lies inside; one on the border may fall either way. */
  readonly holds: (lonDegrees: number, latDegrees: number) => boolean
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
  const edges = Float64Array.from(rings.flatMap((ring) => [...ring.edges]))
  return { box: [west, south, east, north], holds, edges }
}

type PreparedRing = {
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
    const [lonBefore, latBefore] = ring[(i + ring.length - 1) % ring.length]!
    edges.set([lon, lat, lonBefore, latBefore], 4 * i)
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
    if (latA > lat !== latB > lat && lon < ((lonB - lonA) * (lat - latA)) / (latB - latA) + lonA) {
      isInside = !isInside
    }
  }
  return isInside
}

function bandAt(lat: number, south: number, bandsPerDegree: number, bandCount: number): number {
  return Math.min(bandCount - 1, Math.max(0, Math.floor((lat - south) * bandsPerDegree)))
}
