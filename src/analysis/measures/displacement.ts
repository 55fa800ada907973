import { categoryAt } from '../incidents/incident-cells.ts'
import type { TakeMeasure } from './measure.ts'
import { nothing, reportedMass } from './reported.ts'

/** People of a neighbouring cell count for half, as the displaced do not stay within one hexagon. */
const NEIGHBOUR_WEIGHT = 0.5

/**
 * People reported displaced in the window per 1,000 who live there, over the cell and, at half
 * weight, its neighbours. A report that does not say how many counts nobody. NaN where nobody
 * lives or nobody could have reported.
 */
export const displacement: TakeMeasure = (facts) => {
  const { rowCount, recent } = facts.incidents
  const { grid, peopleCount } = facts.input.ground
  if (rowCount === 0) return nothing(grid.cells.length)
  const displaced = reportedMass(facts, (i) => {
    const isKnown = categoryAt(recent, i) === 'displacement'
    return isKnown ? (recent.affectedPeopleCount[i]! || 0) * recent.confidenceShare[i]! : 0
  })
  const values = displaced.map((own, cell) => {
    if (Number.isNaN(own) || !(peopleCount[cell]! > 0)) return Number.NaN
    let count = own
    let people = peopleCount[cell]!
    for (let n = grid.neighbourOffsets[cell]!; n < grid.neighbourOffsets[cell + 1]!; n++) {
      const near = grid.neighbours[n]!
      if (Number.isNaN(displaced[near]!)) continue
      count += NEIGHBOUR_WEIGHT * displaced[near]!
      people += NEIGHBOUR_WEIGHT * peopleCount[near]!
    }
    return (1000 * count) / people
  })
  return { values, confidenceShare: null }
}
