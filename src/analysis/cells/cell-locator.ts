import { metresBetweenDegrees } from '#core/geo/distance.ts'
import { cellAt, cellIndex, type Grid } from '#core/geo/grid.ts'
import { type CellSides, cellSides, surelyHolds } from './cell-sides.ts'

/** Index of the cell that holds a position in degrees; −1 off the grid. */
export type CellLocator = (lonDegrees: number, latDegrees: number) => number

const locators = new WeakMap<Grid, CellLocator>()

/**
 * Says in which cell of the grid a position lies. Made once a grid. Some 2 µs a question, a tenth of it
 * where the position lies well inside one of the two cells that were answered last, as along a track.
 */
export function cellLocator(grid: Grid): CellLocator {
  const known = locators.get(grid)
  if (known) return known
  const indexOf = cellIndex(grid)
  const sidesOf = sidesIn(grid)
  let [last, before] = [-1, -1]
  const isSurelyIn = (cell: number, lon: number, lat: number) => {
    const sides = cell < 0 ? null : sidesOf(cell)
    return sides !== null && surelyHolds(sides, lon, lat)
  }
  const locate: CellLocator = (lon, lat) => {
    if (isSurelyIn(last, lon, lat)) return last
    if (isSurelyIn(before, lon, lat)) return before
    const found = indexOf.get(cellAt([lon, lat], grid.resolution)) ?? -1
    if (found >= 0 && found !== last) [last, before] = [found, last]
    return found
  }
  locators.set(grid, locate)
  return locate
}

/** Sides of the cells that were asked for. */
function sidesIn({ cells, lonDegrees, latDegrees }: Grid) {
  const known: (CellSides | null | undefined)[] = []
  return (cell: number): CellSides | null => {
    const sides = known[cell]
    if (sides !== undefined) return sides
    const made = cellSides(cells[cell]!, lonDegrees[cell]!, latDegrees[cell]!)
    known[cell] = made
    return made
  }
}

/**
 * The same for facts that belong to the ground although they lie just off its cells, as along a
 * coast: then the nearest cell whose centre is no further away than a cell is wide.
 */
export function nearbyCellLocator(grid: Grid): CellLocator {
  const locate = cellLocator(grid)
  return (lon, lat) => {
    const cell = locate(lon, lat)
    return cell >= 0 ? cell : nearestCell(grid, lon, lat)
  }
}

/** Distance between the centres of two neighbouring cells, as if the cell were a regular hexagon. */
export function cellWidthMetres(grid: Grid, cell: number): number {
  return 1000 * Math.sqrt((2 * grid.areaSquareKilometres[cell]!) / Math.sqrt(3))
}

function nearestCell(grid: Grid, lon: number, lat: number): number {
  let nearest = -1
  let nearestMetres = Number.POSITIVE_INFINITY
  for (let cell = 0; cell < grid.cells.length; cell++) {
    if (Math.abs(grid.latDegrees[cell]! - lat) * 111_000 > nearestMetres) continue
    const metres = metresBetweenDegrees(lon, lat, grid.lonDegrees[cell]!, grid.latDegrees[cell]!)
    if (metres < nearestMetres) {
      nearest = cell
      nearestMetres = metres
    }
  }
  return nearest >= 0 && nearestMetres <= cellWidthMetres(grid, nearest) ? nearest : -1
}
