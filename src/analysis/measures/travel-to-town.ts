import type { TakeMeasure } from './measure.ts'

/**
 * Minutes to the nearest town. A cell from which none can be reached lies beyond any goalpost: that
 * is known, and the worst there is. Missing everywhere where no cell reaches a town, for then the
 * roads are what is missing.
 */
export const travelToTown: TakeMeasure = ({ travelToTownMinutes }) => {
  const isKnown = travelToTownMinutes.some((minutes) => Number.isFinite(minutes))
  const values = travelToTownMinutes.map((minutes) =>
    isKnown && Number.isNaN(minutes) ? Number.POSITIVE_INFINITY : minutes,
  )
  return { values, confidenceShare: null }
}
