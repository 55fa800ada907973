import type { PlacedIncidents } from './incident-cells.ts'

export type StepOptions = {
  readonly cellCount: number
  /** The end of the last step; it is not in it. */
  readonly untilEpochMinutes: number
  readonly stepDays: number
  readonly stepCount: number
}

/**
 * Incidents by step of equal length and by cell: what emerging hot spots are made of, once divided
 * by people. The steps go back from the end, so that the last one is whole. Incidents off the grid or
 * outside of the steps are in none.
 *
 * @returns one list a step in order of time, one count a cell.
 */
export function countsByStep(
  { cell, occurredEpochMinutes }: Pick<PlacedIncidents, 'cell' | 'occurredEpochMinutes'>,
  { cellCount, untilEpochMinutes, stepDays, stepCount }: StepOptions,
): Float64Array[] {
  const steps = Array.from({ length: stepCount }, () => new Float64Array(cellCount))
  for (let i = 0; i < cell.length; i++) {
    const agoDays = (untilEpochMinutes - occurredEpochMinutes[i]!) / 1440
    const step = stepCount - Math.ceil(agoDays / stepDays)
    if (agoDays > 0 && step >= 0 && cell[i]! >= 0) steps[step]![cell[i]!]!++
  }
  return steps
}
