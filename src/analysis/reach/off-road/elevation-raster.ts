import { type Columns, numbersOf } from '#core/columns/columns.ts'

/** Heights on a square grid in degrees; the first row lies furthest south. */
export type ElevationRaster = {
  readonly west: number
  readonly south: number
  readonly cellDegrees: number
  readonly columns: number
  readonly rows: number
  /** Metres above the sea at the middle of each square; NaN where nothing is told. */
  readonly metres: Float32Array
}

const MOST_CELLS = 16_000_000

/**
 * Lays the squares of datasets of kind `elevation` on one grid, as coarse as the coarsest of them; a
 * square that several fall into has their mean. Null where there are none. A million take some 50 ms.
 */
export function elevationRaster(batches: readonly Columns[]): ElevationRaster | null {
  let [west, south, east, north, widest] = [180, 90, -180, -90, 0]
  for (const columns of batches) {
    if (columns.geometry.type !== 'points' || columns.rowCount === 0) continue
    const { positions } = columns.geometry
    widest = Math.max(widest, numbersOf(columns, 'cellDegrees')[0]!)
    for (let at = 0; at < positions.length; at += 2) {
      west = Math.min(west, positions[at]!)
      east = Math.max(east, positions[at]!)
      south = Math.min(south, positions[at + 1]!)
      north = Math.max(north, positions[at + 1]!)
    }
  }
  if (!(widest > 0)) return null
  const least = Math.sqrt(((east - west + widest) * (north - south + widest)) / MOST_CELLS)
  const cellDegrees = Math.max(widest, least)
  ;[west, south] = [west - widest / 2, south - widest / 2]
  const columns = Math.floor((east - west) / cellDegrees) + 1
  const rows = Math.floor((north - south) / cellDegrees) + 1
  const metres = new Float32Array(columns * rows)
  const counts = new Uint32Array(columns * rows)
  for (const batch of batches) {
    if (batch.geometry.type !== 'points') continue
    const { positions } = batch.geometry
    const heights = numbersOf(batch, 'metres')
    for (let row = 0; row < batch.rowCount; row++) {
      const x = Math.floor((positions[2 * row]! - west) / cellDegrees)
      const y = Math.floor((positions[2 * row + 1]! - south) / cellDegrees)
      const square = y * columns + x
      if (Number.isNaN(heights[row]!)) continue
      metres[square]! += heights[row]!
      counts[square]!++
    }
  }
  for (let square = 0; square < metres.length; square++) metres[square]! /= counts[square]!
  return { west, south, cellDegrees, columns, rows, metres }
}

/**
 * Metres above the sea between the middles of four squares; NaN where one of them is not told.
 *
 * @param x squares east of the middle of the first, and y north of it.
 */
export function heightAt({ columns, rows, metres }: ElevationRaster, x: number, y: number): number {
  const column = Math.floor(x)
  const row = Math.floor(y)
  const right = column + (x > column ? 1 : 0)
  const above = row + (y > row ? 1 : 0)
  if (column < 0 || row < 0 || right >= columns || above >= rows) return Number.NaN
  const [east, north] = [x - column, y - row]
  const low = (1 - east) * metres[row * columns + column]! + east * metres[row * columns + right]!
  const high =
    (1 - east) * metres[above * columns + column]! + east * metres[above * columns + right]!
  return (1 - north) * low + north * high
}
