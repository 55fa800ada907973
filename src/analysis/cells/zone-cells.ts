import type { Grid } from '#core/geo/grid.ts'
import { polygonHolds } from '#core/geo/polygon.ts'
import type { Polygon } from '#core/place.ts'
import { cellSamples, SAMPLES_PER_CELL } from './cell-samples.ts'

/** The cells under an outline, and the share of each that lies in it. */
export type ZoneCells = {
  readonly cells: Uint32Array
  /** Above 0, to 1; in steps of 1/24 for cells that the border crosses. */
  readonly share: Float64Array
}

/** West, south, east, north in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number]

/** The box around a polygon's outer ring. */
export function boxAround([outer]: Polygon): Box {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [lon, lat] of outer ?? []) {
    west = Math.min(west, lon)
    east = Math.max(east, lon)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  return [west, south, east, north]
}

/**
 * How much of each cell lies in a polygon. A cell further from the border than its own radius is
 * all in or all out by its centre; only those near it are looked at in 24 points. 4,000 cells under
 * an outline of 60 corners: 2 ms.
 */
export function zoneCells(grid: Grid, outline: Polygon): ZoneCells {
  const samples = cellSamples(grid)
  const [west, south, east, north] = boxAround(outline)
  const cells: number[] = []
  const share: number[] = []
  for (let cell = 0; cell < grid.cells.length; cell++) {
    const lon = grid.lonDegrees[cell]!
    const lat = grid.latDegrees[cell]!
    const stretch = Math.max(0.01, Math.cos((lat * Math.PI) / 180))
    const radius =
      (RADIUS_SHARE * Math.sqrt(grid.areaSquareKilometres[cell]!)) / KILOMETRES_PER_DEGREE
    if (lat < south - radius || lat > north + radius) continue
    if (lon < west - radius / stretch || lon > east + radius / stretch) continue
    const part = isNearBorder(outline, { lon, lat, radius, stretch })
      ? sampledShare(samples, cell, outline)
      : Number(polygonHolds(outline, lon, lat))
    if (part > 0) {
      cells.push(cell)
      share.push(part)
    }
  }
  return { cells: Uint32Array.from(cells), share: Float64Array.from(share) }
}

const KILOMETRES_PER_DEGREE = 111
/** Corner distance of a regular hexagon is 0.62 √area; H3 cells are less regular. */
const RADIUS_SHARE = 0.8

function sampledShare(samples: Float64Array, cell: number, outline: Polygon): number {
  let inside = 0
  const first = cell * SAMPLES_PER_CELL * 2
  for (let at = first; at < first + SAMPLES_PER_CELL * 2; at += 2) {
    if (polygonHolds(outline, samples[at]!, samples[at + 1]!)) inside++
  }
  return inside / SAMPLES_PER_CELL
}

type Disc = {
  readonly lon: number
  readonly lat: number
  readonly radius: number
  readonly stretch: number
}

function isNearBorder(outline: Polygon, { lon, lat, radius, stretch }: Disc): boolean {
  for (const ring of outline) {
    for (let i = 1; i < ring.length; i++) {
      const xA = (ring[i - 1]![0] - lon) * stretch
      const yA = ring[i - 1]![1] - lat
      const xB = (ring[i]![0] - lon) * stretch - xA
      const yB = ring[i]![1] - lat - yA
      const length = xB * xB + yB * yB
      const along = length > 0 ? Math.min(1, Math.max(0, -(xA * xB + yA * yB) / length)) : 0
      const x = xA + along * xB
      const y = yA + along * yB
      if (x * x + y * y <= radius * radius) return true
    }
  }
  return false
}
