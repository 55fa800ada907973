import type { Columns } from '#core/columns/columns.ts'
import type { Base } from '#core/records/base.ts'
import type { Facility } from '#core/records/facility.ts'
import type { Indicator } from '#core/records/indicator.ts'
import type { Operation } from '#core/records/operation.ts'
import type { Posting } from '#core/records/posting.ts'
import type { Project } from '#core/records/project.ts'
import type { ResourceType } from '#core/records/resource-type.ts'
import type { Restriction } from '#core/records/restriction.ts'
import type { Unit } from '#core/records/unit.ts'
import type { Vehicle } from '#core/records/vehicle.ts'
import type { Ground } from './ground.ts'

/** The facts and the one scenario for which the picture is drawn. */
export type SituationInput = {
  readonly ground: Ground
  readonly operation: Operation
  readonly indicators: readonly Indicator[]
  readonly bases: readonly Base[]
  readonly units: readonly Unit[]
  readonly vehicles: readonly Vehicle[]
  readonly resourceTypes: readonly ResourceType[]
  readonly restrictions: readonly Restriction[]
  readonly projects: readonly Project[]
  readonly facilities: readonly Pick<Facility, 'position' | 'class' | 'status'>[]
  /** Columns of every dataset of these kinds. */
  readonly incidents: readonly Columns[]
  readonly patrols: readonly Columns[]
  readonly surveys: readonly Columns[]
  /** The postings of the scenario; none for the current posture. */
  readonly postings: readonly Posting[]
}

/** Need per cell, with what it rests on. NaN is "insufficient data", never zero. */
export type NeedSurface = {
  /** 0–10. */
  readonly score: Float64Array
  /** Share of weight with data, 0–1. */
  readonly evidenceShare: Float64Array
  /** Score if all that is missing were best, and worst: present for every cell. */
  readonly lowest: Float64Array
  readonly highest: Float64Array
  /** 1 is the highest need; 0 is not ranked. Ties share the better rank. */
  readonly rank: Int32Array
  /**
   * Per indicator, in the order given: how far each cell lies from the good goalpost, 0, to the bad
   * one, 1; below and above where it lies beyond them, NaN where missing.
   */
  readonly indicatorShares: readonly Float64Array[]
  /** Per indicator, how far each value still holds; null or left out: all hold fully. */
  readonly indicatorConfidences?: readonly (Float64Array | null)[]
}

/** What patrols did per cell up to the planning instant. */
export type PresenceSurface = {
  readonly visitCount: Float64Array
  /** NaN: never visited in the records. */
  readonly daysSinceVisit: Float64Array
  /** 1 − Π(1 − 0.5^(age/half-life)): 0 never, 1 there now. */
  readonly presenceShare: Float64Array
}

/** When anybody last could have told us something. NaN: never. */
export type EvidenceSurface = {
  readonly daysSincePatrol: Float64Array
  readonly daysSinceReport: Float64Array
  readonly daysSinceSurvey: Float64Array
  /** Days since the latest of the three; the layer "where we do not know". */
  readonly daysSinceAny: Float64Array
}

/** The answers of the Situation place, for one scenario at one instant. */
export type Situation = {
  readonly need: NeedSurface
  readonly presence: PresenceSurface
  readonly evidence: EvidenceSurface
  /** Minutes to the nearest posted unit, per cell. NaN: cannot be reached. */
  readonly responseMinutes: Float64Array
  /** 0–1: how far response and presence together serve the cell. */
  readonly servedShare: Float64Array
  /** Need × (1 − served), 0–10; NaN where need is unknown. */
  readonly underservedScore: Float64Array
  /** Community indices, worst first; those with insufficient data are not in it. */
  readonly underservedCommunities: Uint32Array
  /** Community indices with insufficient data, by people × worst case: where to go and find out. */
  readonly unknownCommunities: Uint32Array
}
