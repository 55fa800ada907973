import type { Ground } from '../ground.ts'
import { isPlacedLoosely, type PlacedIncidents } from '../incidents/incident-cells.ts'

/**
 * Whether anybody could have told us of an incident in a cell: a patrol passed through it or a
 * neighbouring cell in the window, or an incident there came to be known in it. One that is placed
 * at a district's centre says nothing of the cells round that point, nor does silence elsewhere
 * (analysis.md §3.5).
 *
 * @returns 1 or 0 per cell.
 */
export function opportunityToReport(
  { grid }: Ground,
  incidents: PlacedIncidents,
  facts: {
    readonly visitCount: Float64Array
    readonly atEpochMinutes: number
    readonly windowDays: number
  },
): Uint8Array {
  const { visitCount, atEpochMinutes, windowDays } = facts
  const isHeard = Uint8Array.from(visitCount, (count) => (count > 0 ? 1 : 0))
  for (let i = 0; i < incidents.count; i++) {
    const ageMinutes = atEpochMinutes - incidents.occurredEpochMinutes[i]!
    const cell = incidents.cell[i]!
    const isInWindow = ageMinutes >= 0 && ageMinutes <= windowDays * 1440
    if (cell >= 0 && isInWindow && !isPlacedLoosely(grid, incidents, i)) isHeard[cell] = 1
  }
  const { neighbourOffsets, neighbours } = grid
  return isHeard.map((heard, cell) => {
    if (heard) return 1
    const near = neighbours.subarray(neighbourOffsets[cell]!, neighbourOffsets[cell + 1]!)
    return near.some((other) => isHeard[other] === 1) ? 1 : 0
  })
}
