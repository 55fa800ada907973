import type { Grid } from '#core/geo/grid.ts'
import { cellSamples, SAMPLES_PER_CELL } from './cell-samples.ts'
import type { PreparedOutline } from './prepared-outline.ts'

/** The cells under an outline, and the share of each that lies in it. */
export type ZoneCells = {
  readonly cells: Uint32Array
  /** Above 0, to 1; in steps of 1/25 for cells that the border crosses. */
  readonly share: Float64Array
}

/**
 * How much of each cell lies in a polygon. A cell further from the border than its own radius is
 * all in or all out by its centre; only those near it are looked at in 25 points. 4,000 cells under
 * an outline of 60 corners: 2 ms.
 */
export function zoneCells(grid: Grid, outline: PreparedOutline): ZoneCells {
  const samples = cellSamples(grid)
  const [west, south, east, north] = outline.box
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
      : Number(outline.holds(lon, lat))
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

function sampledShare(samples: Float64Array, cell: number, outline: PreparedOutline): number {
  let inside = 0
  const first = cell * SAMPLES_PER_CELL * 2
  for (let at = first; at < first + SAMPLES_PER_CELL * 2; at += 2) {
    if (outline.holds(samples[at]!, samples[at + 1]!)) inside++
  }
  return inside / SAMPLES_PER_CELL
}

type Disc = {
  readonly lon: number
  readonly lat: number
  readonly radius: number
  readonly stretch: number
}

function isNearBorder({ edges }: PreparedOutline, { lon, lat, radius, stretch }: Disc): boolean {
  const limit = radius * radius
  for (let at = 0; at < edges.length; at += 4) {
    const xA = (edges[at]! - lon) * stretch
    const yA = edges[at + 1]! - lat
    const xB = (edges[at + 2]! - lon) * stretch - xA
    const yB = edges[at + 3]! - lat - yA
    const length = xB * xB + yB * yB
    const along = length > 0 ? Math.min(1, Math.max(0, -(xA * xB + yA * yB) / length)) : 0
    const x = xA + along * xB
    const y = yA + along * yB
    if (x * x + y * y <= limit) return true
  }
  return false
}
