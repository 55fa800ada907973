import { metresBetweenDegrees } from '#core/geo/distance.ts'
import type { Grid } from '#core/geo/grid.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { cutTrack } from '../patrols/track-cells.ts'
import { cellLocator, cellWidthMetres } from './cell-locator.ts'
import { cellSamples, SAMPLES_PER_CELL } from './cell-samples.ts'
import { prepareOutline } from './prepared-outline.ts'

/** What restrictions in force mean for each cell. */
export type RestrictedCells = {
  /** Severity × share of the cell, of the restriction for which that is most: 0–3. */
  readonly severity: Float64Array
  /** Share of the cell under the restriction that takes most of it: 0–1. */
  readonly share: Float64Array
}

/** A point closes a road rather than ground: it counts for half of the cell that holds it. */
const POINT_SHARE = 0.5

/**
 * How far each cell is restricted by what acts on movement. An area counts by the share of the cell that it
 * covers (24 sample points), a stretch of road by its length in the cell over the cell's width, a
 * point as half of its cell or by its circle if that is more. Some 5 ms for 100 restrictions.
 */
export function restrictedCells(grid: Grid, acting: readonly Restriction[]): RestrictedCells {
  const severity = new Float64Array(grid.cells.length)
  const share = new Float64Array(grid.cells.length)
  for (const restriction of acting) {
    if (restriction.kind === 'noFlyArea') continue
    for (const [cell, part] of sharesOf(grid, restriction)) {
      severity[cell] = Math.max(severity[cell]!, part * restriction.severity)
      share[cell] = Math.max(share[cell]!, part)
    }
  }
  return { severity, share }
}

function sharesOf(grid: Grid, { geometry }: Restriction): Map<number, number> {
  if (geometry.type === 'segment') return sharesOfLine(grid, geometry.line)
  if (geometry.type === 'area') {
    const { box, holds } = prepareOutline(geometry.polygon)
    return sharesOfSamples(grid, box, holds)
  }
  const { position, radiusMetres } = geometry
  const [lon, lat] = position
  const shares = sharesOfSamples(
    grid,
    extentAround(lon, lat, radiusMetres),
    (x, y) => metresBetweenDegrees(lon, lat, x, y) <= radiusMetres,
  )
  const home = cellLocator(grid)(lon, lat)
  if (home >= 0) shares.set(home, Math.max(POINT_SHARE, shares.get(home) ?? 0))
  return shares
}

function sharesOfLine(grid: Grid, line: readonly (readonly [number, number])[]) {
  const metresIn = new Map<number, number>()
  const track = {
    x: line.map(([lon]) => lon),
    y: line.map(([, lat]) => lat),
    epochMinutes: new Float64Array(line.length),
  }
  const space = { cellAt: cellLocator(grid), metresBetween: metresBetweenDegrees }
  cutTrack(track, space, (cell, metres) => {
    if (cell >= 0) metresIn.set(cell, (metresIn.get(cell) ?? 0) + metres)
  })
  return new Map(
    [...metresIn].map(([cell, metres]) => [
      cell,
      Math.min(1, metres / cellWidthMetres(grid, cell)),
    ]),
  )
}

type Extent = readonly [west: number, south: number, east: number, north: number]

function sharesOfSamples(
  grid: Grid,
  [west, south, east, north]: Extent,
  isInside: (lon: number, lat: number) => boolean,
): Map<number, number> {
  const samples = cellSamples(grid)
  const shares = new Map<number, number>()
  for (let cell = 0; cell < grid.cells.length; cell++) {
    const margin = cellWidthMetres(grid, cell) / 100_000 / cosine(grid.latDegrees[cell]!)
    const lon = grid.lonDegrees[cell]!
    const lat = grid.latDegrees[cell]!
    if (lon < west - margin || lon > east + margin) continue
    if (lat < south - margin || lat > north + margin) continue
    let inside = 0
    const first = cell * SAMPLES_PER_CELL * 2
    for (let at = first; at < first + SAMPLES_PER_CELL * 2; at += 2) {
      if (isInside(samples[at]!, samples[at + 1]!)) inside++
    }
    if (inside > 0) shares.set(cell, inside / SAMPLES_PER_CELL)
  }
  return shares
}

function extentAround(lon: number, lat: number, radiusMetres: number): Extent {
  const high = radiusMetres / 111_000
  const wide = high / cosine(lat)
  return [lon - wide, lat - high, lon + wide, lat + high]
}

function cosine(latDegrees: number): number {
  return Math.cos((latDegrees * Math.PI) / 180)
}
