import type { TakeMeasure } from './measure.ts'
import { nothing } from './reported.ts'

/**
 * Minutes to the nearest health post that is not closed; a cell from which none can be reached lies
 * beyond any goalpost. Missing everywhere where no cell reaches one.
 */
export const travelToHealth: TakeMeasure = ({ input, travelToHealthMinutes }) => {
  const isKnown = travelToHealthMinutes?.some((minutes) => Number.isFinite(minutes))
  if (!travelToHealthMinutes || !isKnown) return nothing(input.ground.grid.cells.length)
  const values = travelToHealthMinutes.map((minutes) =>
    Number.isNaN(minutes) ? Number.POSITIVE_INFINITY : minutes,
  )
  return { values, confidenceShare: null }
}
