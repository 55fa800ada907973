import { metresBetweenDegrees } from '#core/geo/distance.ts'
import type { Grid } from '#core/geo/grid.ts'
import type { PlacedIncidents } from '../../incidents/incident-cells.ts'

/** How many of the latest incidents lie so near to the middle of each cell, or in the cell itself. */
export function recentNear(
  grid: Grid,
  incidents: PlacedIncidents,
  reach: {
    readonly atEpochMinutes: number
    readonly withinMetres: number
    readonly withinDays: number
  },
): Float64Array {
  const near = new Float64Array(grid.cells.length)
  const reachDegrees = reach.withinMetres / 110_000
  for (let i = 0; i < incidents.count; i++) {
    const ageDays = (reach.atEpochMinutes - incidents.occurredEpochMinutes[i]!) / 1440
    if (!(ageDays >= 0 && ageDays <= reach.withinDays) || reach.withinDays === 0) continue
    const [lon, lat] = [incidents.lonDegrees[i]!, incidents.latDegrees[i]!]
    for (let cell = 0; cell < near.length; cell++) {
      const cellLat = grid.latDegrees[cell]!
      const isIn = incidents.cell[i] === cell
      if (!isIn && Math.abs(cellLat - lat) > reachDegrees) continue
      const metres = metresBetweenDegrees(lon, lat, grid.lonDegrees[cell]!, cellLat)
      if (isIn || metres <= reach.withinMetres) near[cell]!++
    }
  }
  return near
}
