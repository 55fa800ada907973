import type { Grid } from '#core/geo/grid.ts'

/** Which cells touch which, as a grid has it: compressed rows, the cell itself not among them. */
export type Neighbours = Pick<Grid, 'neighbourOffsets' | 'neighbours'>

/** Calls `visit` for each neighbour of a cell that has a value; missing ones (NaN) are not there. */
export function eachKnownNeighbour(
  cell: number,
  values: ArrayLike<number>,
  { neighbourOffsets, neighbours }: Neighbours,
  visit: (neighbour: number) => void,
): void {
  for (let n = neighbourOffsets[cell]!; n < neighbourOffsets[cell + 1]!; n++) {
    const neighbour = neighbours[n]!
    if (!Number.isNaN(values[neighbour]!)) visit(neighbour)
  }
}

/**
 * Calls `visit` for every cell up to so many steps away, the cell itself first with ring 0. Steps go
 * over cells of the grid, so that the far side of a bay is not near.
 *
 * @returns the function to ask with; keep one for many questions.
 */
export function ringVisitor(
  cellCount: number,
  { neighbourOffsets, neighbours }: Neighbours,
): (cell: number, ringCount: number, visit: (cell: number, ring: number) => void) => void {
  const seenFor = new Int32Array(cellCount).fill(-1)
  let question = -1
  return (cell, ringCount, visit) => {
    question++
    seenFor[cell] = question
    let ring = [cell]
    visit(cell, 0)
    for (let away = 1; away <= ringCount; away++) {
      const next: number[] = []
      for (const from of ring) {
        for (let n = neighbourOffsets[from]!; n < neighbourOffsets[from + 1]!; n++) {
          const to = neighbours[n]!
          if (seenFor[to] === question) continue
          seenFor[to] = question
          next.push(to)
          visit(to, away)
        }
      }
      ring = next
    }
  }
}
