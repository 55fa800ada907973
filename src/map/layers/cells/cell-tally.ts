import type { Ground } from '#analysis/ground.ts'
import type { Grid } from '#core/geo/grid.ts'
import { remembered } from '../../remembered.ts'
import type { ViewDegrees } from '../layer-type.ts'

/** How many cells and people each class holds; with what is not known they sum to all. */
export type CellTally = {
  readonly counts: readonly number[]
  readonly peopleCounts: readonly number[]
  readonly nanCount: number
  readonly nanPeopleCount: number
}

/** Counts cells and people by class; −1 is "not known". */
export const cellTally = remembered(
  (classes: Int8Array, peopleCount: Ground['peopleCount'], classCount: number): CellTally => {
    const counts = new Array<number>(classCount).fill(0)
    const peopleCounts = new Array<number>(classCount).fill(0)
    let nanCount = 0
    let nanPeopleCount = 0
    classes.forEach((at, cell) => {
      if (at < 0) {
        nanCount++
        nanPeopleCount += peopleCount[cell]!
      } else {
        counts[at]!++
        peopleCounts[at]! += peopleCount[cell]!
      }
    })
    return { counts, peopleCounts, nanCount, nanPeopleCount }
  },
  12,
)

/** How many cells have their middle in view. */
export const cellsInView = remembered((grid: Grid, view: ViewDegrees): number => {
  const [west, south, east, north] = view
  let count = 0
  grid.lonDegrees.forEach((lon, cell) => {
    const lat = grid.latDegrees[cell]!
    if (lon >= west && lon <= east && lat >= south && lat <= north) count++
  })
  return count
})
