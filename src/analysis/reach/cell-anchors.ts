import type { Ground } from '../ground.ts'

/** Where the people of each cell are reached, degrees. */
export type CellAnchors = {
  readonly lonDegrees: Float64Array
  readonly latDegrees: Float64Array
}

/** The largest community of each cell; the middle of a cell without one. */
export function cellAnchors(ground: Ground): CellAnchors {
  const { grid, communityCell, communityPeopleCount } = ground
  const lonDegrees = grid.lonDegrees.slice()
  const latDegrees = grid.latDegrees.slice()
  const most = new Float64Array(grid.cells.length).fill(-1)
  communityCell.forEach((cell, community) => {
    const people = communityPeopleCount[community]!
    if (cell < 0 || !(people > most[cell]!)) return
    most[cell] = people
    lonDegrees[cell] = ground.communityLonDegrees[community]!
    latDegrees[cell] = ground.communityLatDegrees[community]!
  })
  return { lonDegrees, latDegrees }
}
