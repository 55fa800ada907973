import type { IncidentRecord } from '../incidents/incident-record.ts'
import type { SituationInput } from '../situation.ts'

/** What measures are taken from: the facts, and what was worked out of them once for all measures. */
export type MeasureFacts = {
  readonly input: SituationInput
  readonly atEpochMinutes: number
  readonly incidents: IncidentRecord
  /** Per cell: whether anybody could have reported in the window; see `opportunityToReport`. */
  readonly hasOpportunity: Uint8Array
  /** NaN: cannot be reached. */
  readonly travelToTownMinutes: Float64Array
  /** The same to a health post; left out where none is known. */
  readonly travelToHealthMinutes?: Float64Array | undefined
}

/** A raw value per cell in the indicator's unit. */
export type MeasureSurface = {
  /** NaN is "missing", never zero; Infinity is beyond any goalpost. */
  readonly values: Float64Array
  /** How far each value still holds, 0–1: it weighs so much less. Null: all hold fully. */
  readonly confidenceShare: Float64Array | null
}

/** Takes one measure from the facts. */
export type TakeMeasure = (facts: MeasureFacts) => MeasureSurface
