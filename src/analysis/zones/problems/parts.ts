import type { ExtentDegrees } from '#core/geo/extent.ts'
import type { Grid } from '#core/geo/grid.ts'
import { SAMPLES_PER_CELL } from '../../cells/cell-samples.ts'
import type { Ground } from '../../ground.ts'

/** Parts of cells: so many 25ths of each. */
export type PartCells = { readonly cells: readonly number[]; readonly parts: readonly number[] }

export function peopleOf({ peopleCount }: Ground, { cells, parts }: PartCells): number {
  return cells.reduce(
    (sum, cell, i) => sum + (parts[i]! * peopleCount[cell]!) / SAMPLES_PER_CELL,
    0,
  )
}

/** The extent of cells, a cell's width more all round. */
export function extentOfCells(grid: Grid, cells: readonly number[]): ExtentDegrees {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const cell of cells) {
    const half = Math.sqrt(grid.areaSquareKilometres[cell]!) / 111
    west = Math.min(west, grid.lonDegrees[cell]! - half)
    east = Math.max(east, grid.lonDegrees[cell]! + half)
    south = Math.min(south, grid.latDegrees[cell]! - half)
    north = Math.max(north, grid.latDegrees[cell]! + half)
  }
  return [west, south, east, north]
}

/** Cells with some part, put together where they are neighbours; each piece in rising order. */
export function connected(grid: Grid, parts: Uint8Array): PartCells[] {
  const seen = new Uint8Array(parts.length)
  const pieces: PartCells[] = []
  for (let first = 0; first < parts.length; first++) {
    if (seen[first] || parts[first] === 0) continue
    seen[first] = 1
    const cells = [first]
    for (const cell of cells) {
      for (let i = grid.neighbourOffsets[cell]!; i < grid.neighbourOffsets[cell + 1]!; i++) {
        const near = grid.neighbours[i]!
        if (seen[near] || parts[near] === 0) continue
        seen[near] = 1
        cells.push(near)
      }
    }
    cells.sort((a, b) => a - b)
    pieces.push({ cells, parts: cells.map((cell) => parts[cell]!) })
  }
  return pieces
}

/** The name of the largest community in some cells; null: there is none. */
export function largestIn(ground: Ground, cells: readonly number[]): string | null {
  const wanted = new Set(cells)
  let largest = -1
  for (let i = 0; i < ground.communityIds.length; i++) {
    if (!wanted.has(ground.communityCell[i]!)) continue
    const isLarger =
      largest < 0 || ground.communityPeopleCount[i]! > ground.communityPeopleCount[largest]!
    if (isLarger) largest = i
  }
  return largest < 0 ? null : ground.communityNames[largest]!
}
