import type { Operation } from '#core/records/operation.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { restrictedCells } from '../cells/restricted-cells.ts'
import type { Ground } from '../ground.ts'
import type { PlacedIncidents } from '../incidents/incident-cells.ts'
import { restrictionsActing } from '../reach/conditions.ts'
import type { Situation } from '../situation.ts'
import { type ForceFacts, type ZoneForce, zoneForceOf } from './zone-strength.ts'

/** Minutes from each base to every cell, by the vehicle of the settings. */
export type BaseTravel = {
  readonly baseIds: readonly string[]
  /** Base-major; NaN: cannot be reached. */
  readonly minutes: Float32Array
}

/** What the work in zones follows from: whom to visit, from where, with whom. */
export type ServiceFacts = {
  readonly ground: Ground
  /** Per cell, 0–10; NaN: insufficient data. */
  readonly needScore: Float64Array
  readonly force: ZoneForce
  /** Null: not worked out yet. */
  readonly travel: BaseTravel | null
}

/** What zone statistics are taken from; made once, not for every move of the pointer. */
export type ZoneFacts = ServiceFacts & {
  readonly situation: Situation
  readonly incidents: PlacedIncidents
  /** Per cell; see `restrictedCells`. */
  readonly restrictedShare: Float64Array
  readonly atEpochMinutes: number
  readonly responseStandardMinutes: number
}

/** The facts of one picture. Some 10 ms for 20,000 cells and 100 restrictions. */
export function zoneFactsOf(
  parts: Omit<ForceFacts, 'operation'> & {
    readonly ground: Ground
    readonly situation: Situation
    readonly operation: Operation
    readonly incidents: PlacedIncidents
    readonly restrictions: readonly Restriction[]
    readonly travel: BaseTravel | null
  },
): ZoneFacts {
  const { ground, situation, operation, incidents, travel } = parts
  return {
    ground,
    needScore: situation.need.score,
    situation,
    incidents,
    restrictedShare: restrictedCells(ground.grid, restrictionsActing(parts)).share,
    atEpochMinutes: epochMinutesOf(operation.planningAt),
    responseStandardMinutes: operation.responseStandardMinutes,
    force: zoneForceOf(parts, ground),
    travel,
  }
}
