import { cellCorners, type Grid } from '#core/geo/grid.ts'

/** Points of each cell that each stand for an equal part of it. */
export const SAMPLES_PER_CELL = 25

/** Longitude and latitude in turn, `SAMPLES_PER_CELL` points a cell. */
export type CellSamples = Float64Array

const known = new WeakMap<Grid, CellSamples>()

/**
 * Twenty-five points a cell: its middle, so that a narrow outline over the middle holds some of it, and
 * the middles of the four equal triangles in each sixth of the hexagon. Made once a grid, 5 µs a cell; a pentagon has its five parts, the first of them repeated.
 */
export function cellSamples(grid: Grid): CellSamples {
  const before = known.get(grid)
  if (before) return before
  const samples = new Float64Array(grid.cells.length * SAMPLES_PER_CELL * 2)
  grid.cells.forEach((id, cell) => {
    const corners = cellCorners(id)
    const middles = [grid.lonDegrees[cell]!, grid.latDegrees[cell]!] as const
    let at = cell * SAMPLES_PER_CELL * 2
    for (const middle of middles) samples[at++] = middle
    for (let sixth = 0; sixth < 6; sixth++) {
      const first = corners[sixth % corners.length]!
      const second = corners[(sixth + 1) % corners.length]!
      for (const [a, b] of TRIANGLE_MIDDLES) {
        for (const axis of [0, 1] as const) {
          const middle = middles[axis]
          samples[at++] = middle + a * (first[axis] - middle) + b * (second[axis] - middle)
        }
      }
    }
  })
  known.set(grid, samples)
  return samples
}

/** Middles of the four triangles that halving its sides makes of one, along two of its sides. */
const TRIANGLE_MIDDLES = [
  [1 / 6, 1 / 6],
  [2 / 3, 1 / 6],
  [1 / 6, 2 / 3],
  [1 / 3, 1 / 3],
] as const
